using System.ComponentModel;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using StakeBot.Bot.Secrets;
using StakeBot.Testing;

namespace StakeBot.Bot.Tests.Secrets;

public sealed class SecretTests
{
    private const string Text = "hunter2-hunter2";

    [Fact]
    public void It_shows_as_stars_wherever_it_is_printed()
    {
        Secret secret = new(Text);

        Assert.Equal("***", secret.ToString());
        Assert.Equal("the key is ***.", $"the key is {secret}.");
        Assert.Equal("\"***\"", JsonSerializer.Serialize(secret));
        Assert.Equal("""{"Key":"***"}""", JsonSerializer.Serialize(new { Key = secret }));
        Assert.Equal("***", TypeDescriptor.GetConverter(secret).ConvertToString(secret));
        Assert.DoesNotContain(Text, new { secret }.ToString(), StringComparison.Ordinal);
        Assert.Equal(Text, secret.Reveal());
    }

    [Fact]
    public void A_key_shows_the_ends_of_its_public_id_alone()
    {
        string shown = $"{SomeKeys.Reading} {JsonSerializer.Serialize(SomeKeys.Reading.SecretKey)} {SomeKeys.Reading.Joined}";

        Assert.Equal("ABCD…5678 \"***\" ***", shown);
    }

    [Fact]
    public void A_key_comes_out_of_the_vault_as_it_went_in()
    {
        NumeraiKey key = NumeraiKey.Split(SomeKeys.Reading.Joined)!;

        Assert.Equal((SomeKeys.ReadingId, SomeKeys.ReadingSecret), (key.PublicId, key.SecretKey.Reveal()));
        Assert.Null(NumeraiKey.Split(new Secret("no key")));
    }

    [Theory]
    [InlineData("", SomeKeys.ReadingSecret)]
    [InlineData("short", SomeKeys.ReadingSecret)]
    [InlineData(SomeKeys.ReadingId, "")]
    [InlineData(SomeKeys.ReadingId, "has a blank in the middle of it")]
    public void What_cannot_be_a_key_is_told_without_repeating_it(string publicId, string secret)
    {
        string fault = NumeraiKey.Fault(publicId, new Secret(secret))!;

        Assert.Contains("is not one", fault, StringComparison.Ordinal);
        Assert.DoesNotContain("blank", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_bind_to_it()
    {
        IConfiguration settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Bot:Token"] = Text }).Build();

        Settings bound = settings.GetSection("Bot").Get<Settings>()!;

        Assert.Equal(Text, bound.Token!.Reveal());
        Assert.DoesNotContain(Text, bound.ToString(), StringComparison.Ordinal);
    }

    private sealed record Settings
    {
        public Secret? Token { get; set; }
    }
}

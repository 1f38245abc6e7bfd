using System.Text;
using System.Text.Json;
using StakeBot.Adapters.Numerai.Json;
using StakeBot.Adapters.Numerai.Keys;
using StakeBot.Adapters.Numerai.Wire;

namespace StakeBot.Adapters.Tests.Numerai;

/// <summary>The ways in which Numerai writes amounts, errors and answers, and in which it wants variables.</summary>
public sealed class EncodingTests
{
    [Theory]
    [InlineData("\"12.500000000000000001\"", "12.500000000000000001")]
    [InlineData("\"0E-18\"", "0")]
    [InlineData("\"0\"", "0")]
    [InlineData("\"0.0\"", "0.0")]
    [InlineData("\"-3.25\"", "-3.25")]
    [InlineData("\"11,000,000.5\"", "11000000.5")]
    [InlineData("\"4.03e-4\"", "0.000403")]
    [InlineData("7.25", "7.25")]
    public void An_amount_is_read_exactly(string json, string expected)
    {
        ProfileJson profile = JsonSerializer.Deserialize($$"""{"stakeValue":{{json}}}""", NumeraiJson.Default.ProfileJson)!;

        Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), profile.StakeValue!.Value.Amount);
    }

    [Theory]
    [InlineData("\"much\"")]
    [InlineData("\"\"")]
    [InlineData("true")]
    [InlineData("{}")]
    public void What_is_no_amount_is_not_taken_for_zero(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize($$"""{"stakeValue":{{json}}}""", NumeraiJson.Default.ProfileJson));

    [Fact]
    public void A_null_is_no_amount() => Assert.Null(JsonSerializer.Deserialize("""{"stakeValue":null}""", NumeraiJson.Default.ProfileJson)!.StakeValue);

    [Theory]
    [InlineData("""{"errors":[{"message":"a"},{"message":"b"}]}""", new[] { "a", "b" })]
    [InlineData("""{"errors":{"detail":"Internal Server Error"}}""", new[] { "Internal Server Error" })]
    [InlineData("""{"errors":"broken"}""", new[] { "broken" })]
    [InlineData("""{"data":{"account":null},"errors":[{"message":"a"}]}""", new[] { "a" })]
    [InlineData("""{"data":{"account":{}}}""", new string[0])]
    public void Errors_are_read_in_every_shape(string body, string[] errors)
    {
        GraphQlAnswer answer = GraphQlAnswer.Of(400, Encoding.UTF8.GetBytes(body), null);

        Assert.Equal(errors, answer.Errors);
        Assert.True(answer.IsReadable);
    }

    [Theory]
    [InlineData("<html></html>")]
    [InlineData("""{"data":{"acc""")]
    [InlineData("""["data"]""")]
    [InlineData("{}")]
    [InlineData("")]
    public void What_is_no_answer_is_not_readable(string body) => Assert.False(GraphQlAnswer.Of(200, Encoding.UTF8.GetBytes(body), null).IsReadable);

    [Fact]
    public async Task Variables_that_are_null_are_left_out()
    {
        using HttpRequestMessage request = GraphQlBody.Request(Operation.Rounds, new Dictionary<string, object?> { ["tournament"] = 8, ["status"] = null }, null);

        JsonElement body = JsonDocument.Parse(await request.Content!.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;

        Assert.Equal("""{"tournament":8}""", body.GetProperty("variables").GetRawText());
        Assert.False(request.Headers.Contains("Authorization"));
    }

    [Fact]
    public void A_key_is_in_the_header_and_in_no_text()
    {
        ApiKey key = new("PUBLIC", "HUSHHUSH");

        using HttpRequestMessage request = GraphQlBody.Request(Operation.Account, new Dictionary<string, object?>(), key);

        Assert.Equal("Token PUBLIC$HUSHHUSH", Assert.Single(request.Headers.GetValues("Authorization")));
        Assert.Equal("***", $"{key}");
    }
}

using StakeBot.Adapters.Discord.Rendering;
using StakeBot.Bot.Chat;
using StakeBot.Testing;

namespace StakeBot.Adapters.Tests.Discord.Rendering;

public sealed class MarkdownTests
{
    [Theory]
    [InlineData("KESTREL 36.4 %", "KESTREL 36.4 %")]
    [InlineData("**x** _y_ ~z~ `c`", @"\*\*x\*\* \_y\_ \~z\~ \`c\`")]
    [InlineData("@everyone <@1>", @"\@everyone \<\@1\>")]
    [InlineData("[a](https://b)", @"\[a\]\(https\:\/\/b\)")]
    [InlineData("1. HERON 96.00", @"1\. HERON 96.00")]
    [InlineData("- item", @"\- item")]
    [InlineData("  # heading", @"  \# heading")]
    [InlineData("a - b + c", "a - b + c")]
    [InlineData("a\nb", "a b")]
    [InlineData(@"back\slash", @"back\\slash")]
    public void Texts_are_shown_as_they_are(string text, string markup) => Assert.Equal(markup, Markdown.Escape(text));

    [Fact]
    public void Instants_are_shown_in_the_readers_own_zone() =>
        Assert.Equal($"Before <t:{Some.Moment.ToUnixTimeSeconds()}:f>\\: now", Markdown.Escape($"Before {ChatTime.Mark(Some.Moment)}: now"));

    [Fact]
    public void A_line_that_is_an_address_can_be_opened_and_an_address_within_a_line_cannot()
    {
        Assert.Equal("<http://127.0.0.1:5080/link/x>", Markdown.Line("http://127.0.0.1:5080/link/x"));
        Assert.Equal(@"see https\:\/\/evil.example", Markdown.Line("see https://evil.example"));
        Assert.Equal(@"https\:\/\/evil.example\>", Markdown.Line("https://evil.example>"));
    }
}

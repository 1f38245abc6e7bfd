using StakeBot.Adapters.Charts;

namespace StakeBot.Adapters.Tests.Charts;

public sealed class WordingTests
{
    [Theory]
    [InlineData("kestrel", "kestrel")]
    [InlineData("  two\n\tlines ", "two lines")]
    [InlineData("a\u202Eb\u200Bc\u2066d", "abcd")]
    [InlineData("a\u0301\u0301\u0301b", "ab")]
    [InlineData("🦅🦅 bird", "□ bird")]
    [InlineData("x\uD83Dy", "x□y")]
    [InlineData("نسر", "□")]
    [InlineData("猛禽", "□")]
    [InlineData("−0.5 % ± σ² ≥ 3 · – →", "−0.5 % ± σ² ≥ 3 · – →")]
    [InlineData("\u0000\u0007", "")]
    [InlineData("ünï Ελ Жя", "ünï Ελ Жя")]
    public void What_cannot_be_drawn_is_taken_out_or_replaced(string text, string expected) => Assert.Equal(expected, Wording.Clean(text));

    [Fact]
    public void A_blank_that_must_not_break_stays() => Assert.Equal("2\u00A0%", Wording.Clean("2\u00A0%"));

    [Fact]
    public void An_endless_text_ends() => Assert.Equal(400, Wording.Clean(new string('x', 1_000_000)).Length);

    [Fact]
    public void Nothing_becomes_what_stands_for_it() => Assert.Equal("(no name)", Wording.Clean("\u200B \u202E", otherwise: "(no name)"));
}

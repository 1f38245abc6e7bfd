using StakeBot.Bot.Features.Export;

namespace StakeBot.Bot.Tests.Features.Export;

public sealed class ExportSpanTests
{
    [Theory]
    [InlineData("2026-08-31T23:59:59.999Z", false)]
    [InlineData("2026-09-01T00:00:00Z", true)]
    [InlineData("2026-09-30T23:59:59.999Z", true)]
    [InlineData("2026-10-01T00:00:00Z", false)]
    [InlineData("2026-10-01T01:00:00+02:00", true)]
    public void Both_days_are_included_and_are_days_in_utc(string at, bool held)
    {
        (ExportSpan? span, string? wrong) = ExportSpan.Read("2026-09-01", "2026-09-30");
        Assert.Null(wrong);
        Assert.Equal(held, span!.Holds(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Without_days_it_is_everything()
    {
        (ExportSpan? span, _) = ExportSpan.Read(null, null);
        Assert.True(span!.IsEverything);
        Assert.True(span.Holds(DateTimeOffset.UnixEpoch));
    }
}

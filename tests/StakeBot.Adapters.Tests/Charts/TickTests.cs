using StakeBot.Adapters.Charts;

namespace StakeBot.Adapters.Tests.Charts;

public sealed class TickTests
{
    [Fact]
    public void Percent_ticks_have_a_sign_a_unit_and_one_number_of_decimals() => Assert.Equal(
        ["−0.10\u00A0%", "−0.05\u00A0%", "0\u00A0%", "+0.05\u00A0%", "+0.10\u00A0%", "+0.15\u00A0%"],
        PercentTicks.Of(new(-0.0012, 0.0017), most: 6, signed: true).Select(t => t.Text));

    [Fact]
    public void Percent_ticks_of_a_wide_axis_have_no_decimals() => Assert.Equal(
        ["0\u00A0%", "20\u00A0%", "40\u00A0%"], PercentTicks.Of(new(-0.05, 0.5), most: 4, signed: false).Select(t => t.Text));

    [Theory]
    [InlineData(0.0, 1e-7)]
    [InlineData(0.01521, 0.0311)]
    [InlineData(-1, 0.1)]
    [InlineData(-30, 5000)]
    public void Percent_ticks_lie_on_their_axis_and_are_neither_few_nor_many(double min, double max)
    {
        AxisSpan span = new(min, max);
        IReadOnlyList<Tick> ticks = PercentTicks.Of(span, most: 7, signed: false);
        Assert.InRange(ticks.Count, 2, 8);
        Assert.All(ticks, t => Assert.InRange(t.Value, min - (span.Width * 1e-6), max + (span.Width * 1e-6)));
        Assert.Equal(ticks.Count, ticks.Select(t => t.Text).Distinct().Count());
    }

    [Theory]
    [InlineData(0.0231, 2, false, "2.31\u00A0%")]
    [InlineData(-0.0231, 1, false, "−2.3\u00A0%")]
    [InlineData(0.0231, 1, true, "+2.3\u00A0%")]
    [InlineData(-0.00001, 2, true, "0.00\u00A0%")]
    [InlineData(0, 0, true, "0\u00A0%")]
    public void Shares_are_written_as_percent(double share, int decimals, bool hasSign, string expected) =>
        Assert.Equal(expected, PercentText.Of(share, decimals, hasSign));

    [Theory]
    [InlineData(0.874, false, "0.87")]
    [InlineData(0.874, true, ".87")]
    [InlineData(-0.05, true, "−.05")]
    [InlineData(-0.001, false, "0.00")]
    [InlineData(1, true, "1.0")]
    [InlineData(-1, false, "−1.00")]
    public void Correlations_are_written_short_or_long(double value, bool isShort, string expected) =>
        Assert.Equal(expected, CorrelationText.Of(value, isShort));

    [Fact]
    public void A_year_has_ticks_on_firsts_of_months_and_names_the_year_where_it_begins() => Assert.Equal(
        ["Jan 2026", "Mar", "May", "Jul", "Sep", "Nov"],
        DateTicks.Of(new(2025, 11, 22), new(2026, 11, 22), most: 7).Select(t => t.Text));

    [Fact]
    public void Weeks_begin_on_mondays()
    {
        IReadOnlyList<Tick> ticks = DateTicks.Of(new(2026, 10, 1), new(2026, 11, 5), most: 7);
        Assert.Equal(5, ticks.Count);
        Assert.All(ticks, t => Assert.Equal(DayOfWeek.Monday, DateOnly.FromDayNumber((int)t.Value).DayOfWeek));
    }

    [Theory]
    [InlineData("2026-11-22", "2026-11-22", 1)]
    [InlineData("2026-11-20", "2026-11-22", 3)]
    [InlineData("2024-02-29", "2026-11-22", 5)]
    [InlineData("2001-01-01", "2026-11-22", 5)]
    public void Dates_of_any_span_get_a_handful_of_ticks(string first, string last, int atLeast)
    {
        (DateOnly from, DateOnly to) = (DateOnly.ParseExact(first, "yyyy-MM-dd"), DateOnly.ParseExact(last, "yyyy-MM-dd"));
        IReadOnlyList<Tick> ticks = DateTicks.Of(from, to, most: 7);
        Assert.InRange(ticks.Count, atLeast, 8);
        Assert.All(ticks, t => Assert.InRange(t.Value, from.DayNumber, to.DayNumber));
    }
}

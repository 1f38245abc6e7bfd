using System.Globalization;
using StakeBot.Core.Money;
using StakeBot.Core.Tournaments;
using StakeBot.Testing;

namespace StakeBot.Core.Tests.Tournaments;

public sealed class PayoutRuleTests
{
    [Theory]
    [InlineData(0.04, 0.02)]
    [InlineData(0.30, 0.05)]
    [InlineData(-0.02, -0.01)]
    [InlineData(-0.30, -0.05)]
    [InlineData(0, 0)]
    public void A_return_is_factor_times_score_within_the_clip(double score, double expected) =>
        Assert.Equal(expected, Some.Rule(factor: 0.5, clip: 0.05).RoundReturn(score), 1e-15);

    [Fact]
    public void A_gap_stays_a_gap() => Assert.True(double.IsNaN(Some.Rule().RoundReturn(double.NaN)));

    [Theory]
    [InlineData(36_000, 1)]
    [InlineData(72_000, 1)]
    [InlineData(144_000, 0.5)]
    [InlineData(0, 1)]
    public void A_threshold_factor_falls_as_more_is_staked(int atRisk, double expected) =>
        Assert.Equal(expected, new PayoutFactor.Threshold(new Nmr(72_000), 0.0923).When(new Nmr(atRisk)), 1e-15);

    [Fact]
    public void A_history_is_priced_with_the_newest_known_factor()
    {
        Assert.Equal(0.0923, new PayoutFactor.Threshold(new Nmr(72_000), 0.0923).ForPricing);
        Assert.Equal(1, new PayoutFactor.Fixed(1).ForPricing);
    }

    [Fact]
    public void The_description_names_every_part() =>
        Assert.Equal("1 corr20, factor 0.0923, clip ±5 %, 24 rounds open at a time", Some.Rule(overlap: 24, clip: 0.05, factor: 0.0923).Describe());

    [Fact]
    public void Payouts_of_the_weekly_era_are_reproduced()
    {
        string path = SharedData.Find("payouts_weekly_sample.csv") ?? "";
        Assert.SkipWhen(path.Length == 0, SharedData.Missing);
        string[] lines = File.ReadAllLines(path);
        Dictionary<string, int> at = lines[0].Split(',').Select((name, i) => (name, i)).ToDictionary(pair => pair.name, pair => pair.i);

        int burns = 0;
        foreach (string line in lines.Skip(1))
        {
            string[] cells = line.Split(',');
            double Cell(string name) => double.Parse(cells[at[name]], CultureInfo.InvariantCulture);
            PayoutRule rule = Some.Rule(clip: 0.25) with
            {
                Multipliers = [new ScoreMultiplier(ScoreName.Corr20, Cell("corr_mult")), new ScoreMultiplier(ScoreName.Mmc20, Cell("mmc_mult"))],
            };
            double score = rule.Multipliers[0].Multiplier * Cell("corr") + rule.Multipliers[1].Multiplier * Cell("mmc");
            double payout = Cell("stake_nmr") * rule.RoundReturn(score, Cell("payout_factor"));
            Assert.Equal(Cell("payout_nmr"), payout, 1e-6 * Math.Max(1, Cell("stake_nmr")));
            burns += payout < 0 ? 1 : 0;
        }

        Assert.Equal(3103, lines.Length - 1);
        Assert.Equal(770, burns);
    }
}

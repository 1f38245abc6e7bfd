using System.Globalization;
using StakeBot.Core.Risk;
using StakeBot.Core.Tournaments;
using StakeBot.Testing;

namespace StakeBot.Core.Tests.Risk;

/// <summary>The public scores of the reference data as a panel, for tests that can be skipped.</summary>
internal static class SharedScores
{
    /// <summary>0.75 corr + 2.25 mmc, not scaled and not clipped.</summary>
    public static PayoutRule Plain { get; } = Some.Rule("plain", overlap: 24, clip: 10) with
    {
        Multipliers = [new ScoreMultiplier(ScoreName.Corr20, 0.75), new ScoreMultiplier(ScoreName.Mmc20, 2.25)],
    };

    /// <summary>What Classic paid at the end of the file.</summary>
    public static PayoutRule Legacy { get; } = Plain with { Name = "legacy", Factor = new PayoutFactor.Fixed(0.0923), Clip = 0.05 };

    public static ScorePanel? Read()
    {
        if (SharedData.Find("scores.csv") is not { } path)
            return null;
        string[][] rows = [.. File.ReadLines(path).Skip(1).Select(line => line.Split(','))];
        int[] rounds = [.. rows.Select(row => int.Parse(row[2], CultureInfo.InvariantCulture)).Distinct().Order()];
        string[] models = [.. rows.Select(row => row[1]).Distinct().Order(StringComparer.Ordinal)];
        double[] corr = Gaps(rounds.Length * models.Length), mmc = Gaps(corr.Length);
        bool[] resolved = new bool[rounds.Length];
        foreach (string[] row in rows)
        {
            int t = Array.IndexOf(rounds, int.Parse(row[2], CultureInfo.InvariantCulture));
            int at = t * models.Length + Array.IndexOf(models, row[1]);
            corr[at] = double.Parse(row[5], CultureInfo.InvariantCulture);
            mmc[at] = double.Parse(row[6], CultureInfo.InvariantCulture);
            resolved[t] = row[9] == "1";
        }
        return new ScorePanel(
            Tournament.Classic,
            [.. rounds.Select(round => new RoundNumber(round))],
            [.. models.Select(name => Some.Model(name))],
            resolved,
            new Dictionary<ScoreName, double[]> { [ScoreName.Corr20] = corr, [ScoreName.Mmc20] = mmc });
    }

    /// <summary>The resolved rounds priced under a rule; a skipped test without the file.</summary>
    public static PricedTournament Priced(PayoutRule rule)
    {
        ScorePanel? panel = Read();
        Assert.SkipWhen(panel is null, SharedData.Missing);
        return PricedTournament.Of(panel, new PricingRule.Chosen(rule, false, "a test"));
    }

    private static double[] Gaps(int count)
    {
        double[] values = new double[count];
        Array.Fill(values, double.NaN);
        return values;
    }
}

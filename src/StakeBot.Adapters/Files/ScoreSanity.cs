using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Files;

/// <summary>Catches numbers that are no scores: percent, percentiles. Money would be staked on them.</summary>
internal static class ScoreSanity
{
    private const int EnoughToJudge = 20;
    private const double HighestMedian = 0.4;

    /// <summary>A score is a correlation or a contribution to one, so it lies between −1 and 1.</summary>
    public static bool IsScore(double value) => Math.Abs(value) <= 1;

    /// <summary>Percentiles lie around 0.5 and are never negative; the scores of real models are small and of both signs.</summary>
    public static void CheckNoPercentiles(string path, ScoreName score, double[] values, FileProblems problems)
    {
        double[] present = [.. values.Where(value => !double.IsNaN(value)).Order()];
        if (present.Length >= EnoughToJudge && present[0] >= 0 && present[present.Length / 2] > HighestMedian)
        {
            problems.Add(FormattableString.Invariant(
                $"{path}: {score} has no negative value and a median of {present[present.Length / 2]:0.00}, so these are percentiles, not scores. Take the file with the scores themselves."));
        }
    }
}

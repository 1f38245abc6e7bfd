using StakeBot.Core.Tournaments;

namespace StakeBot.Core.Risk;

/// <summary>Turns scores into returns under one rule for the whole history: r = clip(factor × Σ multiplier·score, ±clip).</summary>
public static class Pricing
{
    /// <summary>
    /// Prices every resolved round. Rounds that are still provisional are left out; a round number that is missing in between becomes a row of gaps.
    /// </summary>
    /// <param name="panel">Scores, rounds × models.</param>
    /// <param name="rule">The rule; its scores must be in the panel.</param>
    /// <returns>Round returns, rounds × models; empty when no round is resolved.</returns>
    /// <exception cref="ArgumentException">The rule pays no score: every gap would become a return of zero.</exception>
    public static ReturnMatrix Price(ScorePanel panel, PayoutRule rule)
    {
        ScoreMultiplier[] paid = [.. rule.Multipliers.Where(m => m.Multiplier != 0)];
        if (paid.Length == 0)
            throw new ArgumentException($"The rule '{rule.Name}' pays no score.", nameof(rule));
        int[] resolved = [.. Enumerable.Range(0, panel.Rounds.Count).Where(panel.IsResolved)];
        int models = panel.Models.Count;
        if (resolved.Length == 0)
            return new ReturnMatrix(default, panel.Models, []);
        RoundNumber first = panel.Rounds[resolved[0]];
        int rows = panel.Rounds[resolved[^1]] - first + 1;
        double[] values = new double[rows * models];
        Array.Fill(values, double.NaN);
        foreach (int t in resolved)
        {
            int row = panel.Rounds[t] - first;
            for (int i = 0; i < models; i++)
            {
                double score = 0;
                foreach (ScoreMultiplier part in paid)
                    score += part.Multiplier * panel[part.Score, t, i];
                values[row * models + i] = rule.RoundReturn(score);
            }
        }
        return new ReturnMatrix(first, panel.Models, values);
    }
}

using StakeBot.Core.Tournaments;

namespace StakeBot.Core.Risk;

/// <summary>Puts models that a fund does not have beside those that it has, without changing which of its own say enough.</summary>
/// <remarks>
/// Own models are measured by the longest own history, so the others are seen in its rounds only: with more rounds they would push own models out. They
/// come last in their tournament, so where two are twins the own one stands for both.
/// </remarks>
public static class WhatIf
{
    /// <summary>The own tournaments with the other models in them; a tournament in which the fund has none is added.</summary>
    /// <param name="own">The fund's priced tournaments.</param>
    /// <param name="others">The other models, each priced under the rule that holds for own ones.</param>
    public static IReadOnlyList<PricedTournament> With(IReadOnlyList<PricedTournament> own, IReadOnlyList<PricedTournament> others)
    {
        HashSet<RoundNumber>? rounds = RoundsOfLongest(own);
        List<PricedTournament> all = [.. own];
        foreach (PricedTournament other in others)
        {
            PricedTournament seen = rounds is null ? other : other with { Returns = Within(other.Returns, rounds) };
            int place = all.FindIndex(priced => priced.Tournament == other.Tournament);
            if (place < 0)
                all.Add(seen);
            else
                all[place] = all[place] with { Returns = FundHistory.SideBySide([all[place], seen]) };
        }
        return all;
    }

    private static HashSet<RoundNumber>? RoundsOfLongest(IReadOnlyList<PricedTournament> own)
    {
        HashSet<RoundNumber>? longest = null;
        foreach (ReturnMatrix returns in own.Select(priced => priced.Returns))
        {
            for (int i = 0; i < returns.ModelCount; i++)
            {
                HashSet<RoundNumber> rounds = [.. Enumerable.Range(0, returns.RoundCount).Where(t => !double.IsNaN(returns[t, i])).Select(t => returns.FirstRound + t)];
                if (rounds.Count > (longest?.Count ?? 0))
                    longest = rounds;
            }
        }
        return longest;
    }

    private static ReturnMatrix Within(ReturnMatrix returns, HashSet<RoundNumber> rounds)
    {
        double[] values = new double[returns.RoundCount * returns.ModelCount];
        for (int t = 0; t < returns.RoundCount; t++)
        {
            for (int i = 0; i < returns.ModelCount; i++)
                values[t * returns.ModelCount + i] = rounds.Contains(returns.FirstRound + t) ? returns[t, i] : double.NaN;
        }
        return new ReturnMatrix(returns.FirstRound, returns.Models, values);
    }
}

using System.Diagnostics;
using StakeBot.Core.Money;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Core.Risk.Settling;

/// <summary>What one stake has in the open rounds.</summary>
/// <param name="Stake">The stake.</param>
/// <param name="Column">The column of the history that stands for its model.</param>
/// <param name="Tournament">Its tournament.</param>
/// <param name="AtRisk">NMR at risk in each of the tournament's targets.</param>
internal sealed record Holding(Stake Stake, int Column, OpenTournament Tournament, double[] AtRisk)
{
    /// <summary>
    /// What a stake has in open rounds: its positions, or, where only their sum is known, as much in each of the newest rounds.
    /// </summary>
    /// <param name="stake">The stake.</param>
    /// <param name="stakes">Its tournament.</param>
    /// <param name="resolved">The last round that is resolved.</param>
    public static IReadOnlyList<OpenPosition> Positions(Stake stake, TournamentStakes stakes, RoundNumber resolved)
    {
        if (stake.Positions.Count > 0)
            return [.. stake.Positions.Where(position => position.Round > resolved)];
        (Nmr atRisk, int rounds) = stake switch
        {
            Stake.Atomic atomic => (atomic.OpenRounds == 0 ? Nmr.Zero : atomic.InRounds / atomic.OpenRounds, atomic.OpenRounds),
            Stake.Legacy legacy => (legacy.Staked, stakes.OverlappingRounds),
            _ => throw new UnreachableException(),
        };
        RoundNumber newest = stakes.CurrentRound.Number;
        return atRisk <= Nmr.Zero
            ? []
            : [.. Enumerable.Range(0, rounds).Select(back => newest - (rounds - 1 - back)).Where(round => round > resolved).Select(round => new OpenPosition(round, atRisk))];
    }
}

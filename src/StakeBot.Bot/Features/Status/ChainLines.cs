using StakeBot.Bot.Chat;
using StakeBot.Core.Stakes;

namespace StakeBot.Bot.Features.Status;

/// <summary>What the staking contract of an Atomic tournament has: its newest round, and what waits to be claimed.</summary>
internal static class ChainLines
{
    private const int Kept = 6;

    public static IEnumerable<string> Of(TournamentStakes stakes)
    {
        if (stakes.OnChain is { } round)
            yield return $"On the chain: round {round.Number} is {(round.State is { } state ? $"\"{PlainText.Name(state)}\"" : "there")}{(round.IsResolved ? ", resolved" : "")}";
        if (stakes.Unclaimed is not { } unclaimed)
            yield break;
        if (unclaimed.Count == 0)
        {
            yield return $"Nothing waits to be claimed at {Short(unclaimed.Staker)}";
            yield break;
        }
        string oldest = unclaimed.Oldest is { } since ? $", the oldest of round {since}" : "";
        yield return $"To be claimed at {Short(unclaimed.Staker)}: {Figures.Unit(unclaimed.Amount)} in {unclaimed.Count} {(unclaimed.Count == 1 ? "claim" : "claims")}{oldest}. "
            + "It is resolved and no longer at risk; it can be staked or withdrawn once it is claimed. Numerai claims and restakes by itself; after 7 days unclaimed it is finalised to the staker";
    }

    private static string Short(string address) => $"{address[..Kept]}…{address[^4..]}";
}

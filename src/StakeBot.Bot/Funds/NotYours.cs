using StakeBot.Core.Money;
using StakeBot.Core.Risk;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Bot.Funds;

/// <summary>
/// Takes out of an account what somebody said is not his: a model in a file of scores that no line of stakes lists counts as his own and not staked, until
/// it is watched. What holds NMR is his, watched or not.
/// </summary>
internal static class NotYours
{
    public static StakeSnapshot Without(StakeSnapshot snapshot, IReadOnlyList<WatchedModel> watched) => watched.Count == 0
        ? snapshot
        : snapshot with
        {
            Tournaments =
            [
                .. snapshot.Tournaments.Select(tournament => tournament with
                {
                    Stakes = [.. tournament.Stakes.Where(stake => stake.Exposure > Nmr.Zero || !watched.Any(one => one.Is(stake.Model)))],
                }),
            ],
        };

    public static PricedTournament Without(PricedTournament priced, StakeSnapshot snapshot, IReadOnlyList<WatchedModel> watched)
    {
        HashSet<ModelId> staked = [.. snapshot.Stakes.Select(stake => stake.Model.Id)];
        int[] own =
        [
            .. Enumerable.Range(0, priced.Returns.ModelCount)
                .Where(i => staked.Contains(priced.Returns.Models[i].Id) || !watched.Any(one => one.Is(priced.Returns.Models[i]))),
        ];
        return own.Length == priced.Returns.ModelCount ? priced : priced with { Returns = priced.Returns.OfModels(own) };
    }
}

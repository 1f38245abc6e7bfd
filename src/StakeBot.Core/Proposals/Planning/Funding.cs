using StakeBot.Core.Money;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Core.Proposals.Planning;

/// <summary>Makes increases as small as the NMR that has arrived, and says what waits for more.</summary>
internal static class Funding
{
    public static IEnumerable<LaterStep> Cut(StakeSnapshot snapshot, IReadOnlyList<Wish> moving, PlanLimits limits) =>
        snapshot.Tournaments.Any(t => t.Regime == StakingRegime.Legacy)
            ? [.. FromWallet(snapshot, moving, limits), .. FromStrategies(snapshot, moving, limits)]
            : FromStrategies(snapshot, moving, limits);

    private static List<LaterStep> FromWallet(StakeSnapshot snapshot, IReadOnlyList<Wish> moving, PlanLimits limits)
    {
        Wish[] up = [.. moving.Where(wish => !wish.Lowers && wish.Tournament.Regime == StakingRegime.Legacy)];
        Nmr has = Nmr.Max(Nmr.Zero, snapshot.Wallet - limits.WalletFloor);
        DateTimeOffset? arrives = snapshot.Stakes.OfType<Stake.Legacy>().Min(stake => stake.ReleaseDue);
        bool releases = moving.Any(wish => wish.Lowers && wish.Tournament.Regime == StakingRegime.Legacy);
        if (arrives is null && releases)
            arrives = snapshot.Tournaments.First(t => t.Regime == StakingRegime.Legacy).CurrentRound.Resolves;
        return Shrink(up, has, arrives, arrives is null ? "the wallet has no more NMR" : "it waits for released NMR to arrive in the wallet");
    }

    private static IEnumerable<LaterStep> FromStrategies(StakeSnapshot snapshot, IReadOnlyList<Wish> moving, PlanLimits limits)
    {
        foreach (TournamentStakes tournament in snapshot.Tournaments.Where(t => t.Regime == StakingRegime.Atomic))
        {
            Wish[] here = [.. moving.Where(wish => wish.Tournament == tournament)];
            Nmr freed = here.Where(wish => wish.Lowers).Select(wish => wish.ToChange(StakePlanner.Grain, limits.SmallestChange)?.Moved ?? Nmr.Zero).Total;
            Nmr settings = tournament.Stakes.OfType<Stake.Atomic>().Select(stake => stake.AtFullRun).Total;
            Nmr has = Nmr.Max(Nmr.Zero, tournament.Locked + tournament.Idle - settings + freed);
            foreach (LaterStep step in Shrink([.. here.Where(wish => !wish.Lowers)], has, null, WhyNoMore(tournament)))
                yield return step;
        }
    }

    private static string WhyNoMore(TournamentStakes tournament) =>
        $"the {tournament.Tournament} strategy holds no more NMR{(tournament.Claimable > Nmr.Zero ? $", {tournament.Claimable} wait to be claimed" : "")}; deposit some first";

    private static List<LaterStep> Shrink(IReadOnlyList<Wish> up, Nmr has, DateTimeOffset? due, string why)
    {
        Nmr wanted = up.Select(wish => wish.Moved).Total;
        if (wanted <= has)
            return [];
        double fits = has.ShareOf(wanted);
        List<LaterStep> later = [];
        foreach (Wish wish in up)
        {
            Nmr before = wish.Moved;
            wish.Scale(fits);
            later.Add(new LaterStep(wish.Model, before - wish.Moved, due, why));
        }
        return later;
    }
}

using StakeBot.Bot.Chat;
using StakeBot.Core.Money;
using StakeBot.Core.Proposals.Planning;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Bot.Execution.Making;

/// <summary>What a plan needs, how long it takes, what it leaves for later and what it leaves alone.</summary>
internal static class PlanNotes
{
    private const int LinesAtMost = 5;
    private const int NamedAtMost = 8;

    public static IReadOnlyList<string> Of(StakePlan plan, StakeSnapshot snapshot) =>
    [
        .. Settings(plan, snapshot),
        .. Transfers(plan),
        .. plan.TurnoverScale < 1 ? [$"The turnover limit made every change smaller: {Figures.Whole(plan.TurnoverScale)} of the way to the target."] : Array.Empty<string>(),
        .. Later(plan),
        .. LeftAlone(plan),
    ];

    private static IEnumerable<string> Settings(StakePlan plan, StakeSnapshot snapshot)
    {
        foreach (IGrouping<Tournament, StakeChange.Setting> group in plan.Changes.OfType<StakeChange.Setting>().GroupBy(change => change.Model.Tournament))
        {
            TournamentStakes tournament = snapshot.Tournaments.First(t => t.Tournament == group.Key);
            int rounds = tournament.OverlappingRounds;
            Nmr perRound = group.Select(change => change.Difference).Total / rounds;
            string needs = perRound == Nmr.Zero ? "needs as much NMR per round as before" : $"needs {Figures.Amount(Nmr.Max(perRound, -perRound))} NMR {(perRound < Nmr.Zero ? "less" : "more")} per round";
            RoundNumber acts = tournament.CurrentRound.Number + 1;
            yield return $"{group.Key} (S is the stake of one round, {rounds} rounds are a full run): {needs}. It acts from round {acts}, half in {Weeks(rounds / 2)}, whole after round {tournament.CurrentRound.Number + rounds} ({Weeks(rounds)}). Locked rounds are not touched and can still burn.";
            if (group.Any(change => change is { Before.Mode: StakeMode.Compound, After.Mode: StakeMode.Constant }))
                yield return "Compound goes to fixed where a stake is lowered: compound stakes again what settles, so what is locked would not fall.";
        }
    }

    private static IEnumerable<string> Transfers(StakePlan plan)
    {
        if (plan.Changes.OfType<StakeChange.Transfer>().Any(change => change.Lowers))
            yield return "Released NMR counts for no new round; it arrives in the wallet when the newest round at risk has resolved, and may still burn until then.";
        if (plan.FromWallet > Nmr.Zero)
            yield return $"Takes {Figures.Unit(plan.FromWallet)} from the wallet; it counts from the next close. Once taken it comes back only by a release.";
    }

    private static IEnumerable<string> Later(StakePlan plan)
    {
        foreach (var group in plan.Later.GroupBy(step => (step.Due, step.Why)).Take(LinesAtMost))
        {
            string due = group.Key.Due is { } at ? $", about {ChatTime.Mark(at)}" : "";
            string named = string.Join(", ", group.Take(NamedAtMost).Select(step => $"{PlainText.Name(step.Model.Name)} {Figures.SignedUnit(step.Amount)}"));
            string more = group.Count() > NamedAtMost ? $" and {group.Count() - NamedAtMost} more" : "";
            yield return $"Later{due}: {named}{more}, because {group.Key.Why}.";
        }
    }

    private static IEnumerable<string> LeftAlone(StakePlan plan)
    {
        foreach (IGrouping<string, LeftAlone> group in plan.LeftAlone.GroupBy(left => left.Why).Take(LinesAtMost))
        {
            string more = group.Count() > NamedAtMost ? $" and {group.Count() - NamedAtMost} more" : "";
            yield return $"Left alone: {string.Join(", ", group.Take(NamedAtMost).Select(left => PlainText.Name(left.Model.Name)))}{more}: {group.Key}.";
        }
    }

    private static string Weeks(int rounds)
    {
        int weeks = Math.Max(1, (int)Math.Round(rounds / 5.0));
        return weeks == 1 ? "1 week" : $"{weeks} weeks";
    }
}

using StakeBot.Bot.Chat;
using StakeBot.Core.Money;
using StakeBot.Core.Risk;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Bot.Features.Status;

/// <summary>One tournament's part of /status, in the words of its regime.</summary>
internal static class TournamentLines
{
    private const int ModelsAtMost = 12;

    public static IEnumerable<string> Of(TournamentStakes stakes) =>
        stakes.Regime == StakingRegime.Atomic ? Atomic(stakes) : Legacy(stakes);

    private static IEnumerable<string> Atomic(TournamentStakes stakes)
    {
        Nmr next = stakes.NextRoundNeeds;
        int open = stakes.Stakes.OfType<Stake.Atomic>().Select(stake => stake.OpenRounds).DefaultIfEmpty(0).Max();
        yield return $"{stakes.Tournament} (Atomic, {stakes.OverlappingRounds} rounds overlap): locked {Figures.Unit(stakes.Locked)} in {open} open rounds · "
            + (stakes.IdleIsKnown
                ? $"idle {Figures.Amount(stakes.Idle)} · the next round takes {Figures.Amount(Nmr.Min(next, stakes.Idle))} of it"
                : $"idle not told · the next round asks for {Figures.Amount(next)}, if all settings are as they were");
        foreach (string line in Models(stakes.Stakes, AtomicLine))
            yield return line;
        if (next > Nmr.Zero && stakes.IdleIsKnown)
            yield return IdleLasts(stakes, next);
        foreach (string line in ChainLines.Of(stakes))
            yield return line;
        RoundNumber acts = stakes.CurrentRound.Number + 1;
        RoundNumber complete = stakes.CurrentRound.Number + stakes.OverlappingRounds;
        yield return $"A change made now acts from round {acts} and is complete after round {complete} ({Weeks(stakes)})";
    }

    private static IEnumerable<string> Legacy(TournamentStakes stakes)
    {
        Stake.Legacy[] legacy = [.. stakes.Stakes.OfType<Stake.Legacy>()];
        Nmr atRisk = legacy.Select(stake => stake.AtRisk).Total;
        Nmr release = legacy.Select(stake => stake.PendingRelease).Total;
        yield return $"{stakes.Tournament} (Legacy, {stakes.OverlappingRounds} rounds overlap, the same NMR in all): staked {Figures.Unit(stakes.Locked)} · "
            + $"at risk {Figures.Amount(atRisk)} · pending release {Figures.Amount(release)}";
        foreach (string line in Models(stakes.Stakes, LegacyLine))
            yield return line;
        if (release > Nmr.Zero)
            yield return $"A release arrives after the rounds that were open when it was asked for ({Weeks(stakes)}) and may still burn until then";
    }

    private static string IdleLasts(TournamentStakes stakes, Nmr next)
    {
        if (stakes.Idle < next)
            return $"Idle NMR does not suffice for the next round: {Figures.Unit(next)} wanted, {Figures.Unit(stakes.Idle)} there. What is missing is not staked";
        int rounds = (int)Math.Min(999, Math.Floor(stakes.Idle.Amount / next.Amount));
        return $"Idle lasts {rounds} {(rounds == 1 ? "round" : "rounds")} at this rate, not counting what settles meanwhile";
    }

    private static IEnumerable<string> Models(IReadOnlyList<Stake> stakes, Func<Stake, string> line)
    {
        Stake[] staked = [.. stakes.Where(stake => stake.Exposure > Nmr.Zero).OrderByDescending(stake => stake.Exposure)];
        foreach (Stake stake in staked.Take(ModelsAtMost))
            yield return line(stake);
        if (staked.Length > ModelsAtMost)
        {
            Nmr rest = staked.Skip(ModelsAtMost).Select(stake => stake.Exposure).Total;
            yield return $"• and {staked.Length - ModelsAtMost} more with {Figures.Amount(rest)} together (data table)";
        }
        int unstaked = stakes.Count - staked.Length;
        if (unstaked > 0)
            yield return $"• {unstaked} without a stake";
    }

    private static string AtomicLine(Stake stake)
    {
        var atomic = (Stake.Atomic)stake;
        string setting = atomic.Setting.Automation
            ? $"S {Figures.Amount(atomic.Setting.PerRound)} {(atomic.Setting.Mode == StakeMode.Compound ? "compound" : "fixed")} = {Figures.Amount(atomic.AtFullRun)} at full run"
            : "automation off";
        string debt = atomic.BurnDebt > Nmr.Zero ? $" (burn debt {Figures.Amount(atomic.BurnDebt)})" : "";
        return $"• {PlainText.Name(stake.Model.Name)}: {setting}, now {Figures.Amount(atomic.InRounds)} locked, pending {Figures.Signed(stake.PayoutPending)}{debt}{Missed(stake)}";
    }

    private static string LegacyLine(Stake stake)
    {
        var legacy = (Stake.Legacy)stake;
        string release = legacy.PendingRelease > Nmr.Zero
            ? $", {Figures.Amount(legacy.PendingRelease)} to be released{(legacy.ReleaseDue is { } due ? $" {ChatTime.Mark(due)}" : "")}"
            : "";
        string increase = legacy.PendingIncrease > Nmr.Zero ? $", {Figures.Amount(legacy.PendingIncrease)} on its way in" : "";
        return $"• {PlainText.Name(stake.Model.Name)}: staked {Figures.Amount(legacy.Staked)}{release}{increase}, pending {Figures.Signed(stake.PayoutPending)}{Missed(stake)}";
    }

    private static string Missed(Stake stake) =>
        stake.MissedSubmissions == 0 ? "" : $" · missed {stake.MissedSubmissions} recent {(stake.MissedSubmissions == 1 ? "submission" : "submissions")}";

    private static string Weeks(TournamentStakes stakes) => new RoundWindow(stakes.OverlappingRounds, stakes.Regime).Describe();
}

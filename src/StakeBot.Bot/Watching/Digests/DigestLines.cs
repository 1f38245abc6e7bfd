using System.Globalization;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.Funds;
using StakeBot.Core.Accounting;
using StakeBot.Core.Money;
using StakeBot.Core.Risk.Settling;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Bot.Watching.Digests;

/// <summary>A digest in words, a part each.</summary>
internal static class DigestLines
{
    private const int RoundsAtMost = 4;
    private const int ModelsAtMost = 3;
    private const int NamesAtMost = 10;
    private const double LeastWorking = 0.05;

    public static IEnumerable<string> Resolved(DigestReport report)
    {
        LedgerEntry[] inTime = [.. report.Resolved.Except(report.Late)], late = [.. report.Late];
        if (inTime.Length == 0)
            yield return $"No round was resolved since {ChatTime.Mark(report.Since)}.";
        else
            yield return $"Resolved since {ChatTime.Mark(report.Since)}: {Sums(inTime, report)}{report.Price?.Basis}.";
        foreach (string line in Rounds(inTime, _ => ""))
            yield return line;
        if (late.Length > 0)
            yield return $"Resolved before then, published only now: {Sums(late, report)}{(inTime.Length == 0 ? report.Price?.Basis : null)}.";
        foreach (string line in Rounds(late, round => $" of {round.Max(entry => entry.At).ToString("d MMM yyyy", CultureInfo.InvariantCulture)}"))
            yield return line;
    }

    public static IEnumerable<string> Open(DigestReport report)
    {
        Fund fund = report.Fund;
        if (fund.Open is not { Rounds.Count: > 0 } open)
        {
            yield return fund.Open is null ? "Open rounds cannot be assessed: the history is too short." : "No NMR is in an open round.";
            yield break;
        }
        Settlement total = open.Total;
        yield return $"Open: {open.Rounds.Count} rounds, the last final {open.Rounds[^1].Settles.ToString("d MMM yyyy", CultureInfo.InvariantCulture)}; expected {Figures.SignedUnit(total.Expected)}{report.Price?.Signed(total.Expected)}, "
            + $"9 of 10 outcomes between {Figures.Signed(total.Low)} and {Figures.Signed(total.High)}; bad case (1 in {Math.Round(1 / (1 - fund.Policy.Level)):0}) {Figures.SignedUnit(total.Bad)}{report.Price?.Signed(total.Bad)}{(report.Resolved.Count == 0 ? report.Price?.Basis : null)}.";
    }

    public static IEnumerable<string> Limits(DigestReport report)
    {
        if (report.IsNothingAssessed)
        {
            yield return $"Limits are not assessed: too little history of {Names(report.Unassessed)}, with {Figures.Unit(report.Unassessed.Select(stake => stake.Exposure).Total)}.";
        }
        else if (report.Fund.Risk is { } risk)
        {
            string worst = risk.Checks.Count == 0
                ? "nothing with a history is staked"
                : risk.Checks.MaxBy(check => check.Loss.ShareOf(risk.Equity)) is { } check
                    ? $"{PlainText.Name(check.Model.Name)} {Figures.Percent(check.Loss.ShareOf(risk.Equity))} of {Figures.Percent(risk.Policy.ModelLimit)}"
                    : "";
            yield return $"Two-percent rule: {(risk.Broken.Any() ? $"BROKEN by {risk.Broken.Count()}, most by " : "kept, nearest ")}{worst}{(BrokenLimits.AreMendedBySettings(report.Fund) ? "; what is set already keeps it, once it acts in full" : "")}. "
                + $"Burn budget: {Figures.Percent(risk.Loss)} of {Figures.Percent(risk.Policy.BurnBudget)} {(risk.IsOverBudget ? "OVER" : "used")} (bad window, {Basis.Window(report.Fund.History)}).";
            if (report.Unassessed.Count > 0)
                yield return $"In neither, for lack of history: {Names(report.Unassessed)}, with {Figures.Unit(report.Unassessed.Select(stake => stake.Exposure).Total)}.";
        }
        if (report.IsNearBurnAlert)
            yield return $"Burned in seven days: {Figures.Unit(report.BurnedInAWeek)} = {Figures.Percent(report.BurnedInAWeek.ShareOf(report.Fund.Snapshot.Equity))} of the fund (alert at {Figures.Percent(report.Policy.AlertBurn)}).";
        yield return $"Drawdown: {Figures.SignedPercent(-report.Drawdown)} from the peak of 12 months, by payouts and burns (alert at {Figures.SignedPercent(-report.Policy.AlertDrawdown)}).";
    }

    /// <summary>How the limits stand on a day on which none is broken or near.</summary>
    public static string LimitsInShort(DigestReport report) => report switch
    {
        { IsNothingAssessed: true } => $"limits not assessed: too little history ({Names(report.Unassessed)})",
        { Unassessed.Count: > 0 } => $"all limits kept, but too little history to assess {Names(report.Unassessed)}",
        _ => "all limits kept",
    };

    public static IEnumerable<string> OnTheWay(DigestReport report)
    {
        foreach (Stake.Legacy legacy in report.Fund.Snapshot.Stakes.OfType<Stake.Legacy>())
        {
            if (legacy.PendingRelease > Nmr.Zero)
                yield return $"On its way: {Figures.Unit(legacy.PendingRelease)} released from {PlainText.Name(legacy.Model.Name)}{(legacy.ReleaseDue is { } due ? $", due {ChatTime.Mark(due)}" : "")}; it can still burn.";
            if (legacy.PendingIncrease > Nmr.Zero)
                yield return $"On its way: {Figures.Unit(legacy.PendingIncrease)} more on {PlainText.Name(legacy.Model.Name)} from the next close on.";
        }
        Stake.Atomic[] running =
        [
            .. report.Fund.Snapshot.Stakes.OfType<Stake.Atomic>()
                .Where(atomic => atomic.AtFullRun > Nmr.Zero && Math.Abs((atomic.InRounds - atomic.AtFullRun).ShareOf(atomic.AtFullRun)) > LeastWorking),
        ];
        if (running.Length > 0)
        {
            yield return $"Settings on their way to a full run: {string.Join(", ", running.Take(ModelsAtMost).Select(atomic => $"{PlainText.Name(atomic.Model.Name)} {Figures.Amount(atomic.InRounds)} → {Figures.Amount(atomic.AtFullRun)} NMR"))}"
                + (running.Length > ModelsAtMost ? $" and {running.Length - ModelsAtMost} more." : ".");
        }
    }

    public static IEnumerable<string> Idle(DigestReport report)
    {
        StakeSnapshot snapshot = report.Fund.Snapshot;
        Nmr resting = snapshot.Idle + snapshot.Wallet - snapshot.Tournaments.Where(tournament => tournament.IdleIsKnown).Select(tournament => tournament.NextRoundNeeds).Total;
        if (resting.ShareOf(snapshot.Equity) > LeastWorking)
            yield return $"Not working: {Figures.Unit(resting)} idle or in the wallet beyond what the next rounds ask for ({Figures.Percent(resting.ShareOf(snapshot.Equity))} of the fund).";
    }

    public static IEnumerable<string> Actions(DigestReport report)
    {
        string[] todo = [.. DigestTodo.Of(report)];
        return todo.Length == 0 ? ["Action: none needed."] : ["Action:", .. todo.Select(line => $"• {line}")];
    }

    /// <summary>For whoever wants to notice that the journal was rewritten: he has it where nobody at the bot can change it.</summary>
    public static string Journal(DigestReport report) =>
        $"Journal: {JournalWords.Head(report.Journal.Sequence, report.Journal.Hash)}. It must read the same at any later time: /audit record:{report.Journal.Sequence}";

    private static string Names(IReadOnlyList<Stake> stakes) =>
        string.Join(", ", stakes.Take(NamesAtMost).Select(stake => PlainText.Name(stake.Model.Name))) + (stakes.Count > NamesAtMost ? $" and {stakes.Count - NamesAtMost} more" : "");

    private static string Sums(LedgerEntry[] entries, DigestReport report)
    {
        Nmr net = entries.Select(entry => entry.Change).Total, paid = Of(entries, LedgerKind.Payout), burned = Of(entries, LedgerKind.Burn);
        return $"{Figures.SignedUnit(net)}{report.Price?.Signed(net)}; paid {Figures.Amount(paid)}{report.Price?.Plain(paid)}, burned {Figures.Amount(burned)}{report.Price?.Plain(burned)}";
    }

    private static IEnumerable<string> Rounds(LedgerEntry[] entries, Func<LedgerEntry[], string> date)
    {
        (Tournament Tournament, RoundNumber Round, LedgerEntry[] Entries)[] rounds =
        [
            .. entries
                .GroupBy(entry => (entry.Model.Tournament, entry.Round))
                .OrderByDescending(round => round.Max(entry => entry.At))
                .ThenByDescending(round => round.Key.Round)
                .Select(round => (round.Key.Tournament, round.Key.Round, round.ToArray())),
        ];
        foreach ((Tournament tournament, RoundNumber round, LedgerEntry[] own) in rounds.Take(RoundsAtMost))
            yield return $"• {tournament} round {round}{date(own)}: {Figures.SignedUnit(own.Select(entry => entry.Change).Total)} ({Models(own)})";
        if (rounds.Length > RoundsAtMost)
            yield return $"• and {rounds.Length - RoundsAtMost} more rounds: {Figures.SignedUnit(rounds.Skip(RoundsAtMost).SelectMany(round => round.Entries).Select(entry => entry.Change).Total)}";
    }

    private static Nmr Of(LedgerEntry[] entries, LedgerKind kind) => entries.Where(entry => entry.Kind == kind).Select(entry => entry.Amount).Total;

    private static string Models(LedgerEntry[] entries)
    {
        LedgerEntry[] moved = [.. entries.Where(entry => entry.Amount > Nmr.Zero).OrderByDescending(entry => entry.Amount)];
        string named = string.Join(", ", moved.Take(ModelsAtMost).Select(entry => $"{PlainText.Name(entry.Model.Name)} {Figures.Signed(entry.Change)}"));
        return moved.Length switch
        {
            0 => "no model moved",
            > ModelsAtMost => $"{named}, {moved.Length - ModelsAtMost} more",
            _ => named,
        };
    }
}

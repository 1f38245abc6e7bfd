using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Funds;
using StakeBot.Core.Money;
using StakeBot.Core.Stakes;

namespace StakeBot.Bot.Features.Status;

internal static class StatusReply
{
    private const int RecentRounds = 20;

    public static Reply Of(ExecutionMode mode, Fund fund)
    {
        StakeSnapshot snapshot = fund.Snapshot;
        return new Reply
        {
            Mode = mode,
            Title = $"{PlainText.Name(snapshot.Account)} · {Rounds(snapshot)} · {ChatTime.Mark(snapshot.TakenAt)}",
            Lines =
            [
                $"Equity {Figures.Unit(snapshot.Equity)} = locked {Figures.Amount(snapshot.Locked)} + idle {Idle(snapshot)} + wallet {Figures.Amount(snapshot.Wallet)}{Held(snapshot)}{Claimable(snapshot)}",
                .. Debt(snapshot),
                .. Risk(fund),
                Recent(fund),
                .. snapshot.Tournaments.SelectMany(tournament => TournamentLines.Of(tournament)),
                .. Closes(snapshot),
                .. snapshot.Notes,
            ],
            Table = StatusTable.Of(fund),
            Buttons = [new Button("Refresh status", "/status"), new Button("Show risk", "/risk"), new Button("Draw frontier", "/frontier"), new Button("Show drawdown", "/drawdown")],
        };
    }

    private static string Idle(StakeSnapshot snapshot) =>
        snapshot.Tournaments.All(tournament => tournament.IdleIsKnown) || snapshot.Idle > Nmr.Zero ? Figures.Amount(snapshot.Idle) : "(not told)";

    private static string Held(StakeSnapshot snapshot) => snapshot.Held > Nmr.Zero ? $" + held for increases {Figures.Amount(snapshot.Held)}" : "";

    private static string Claimable(StakeSnapshot snapshot) =>
        snapshot.Claimable > Nmr.Zero ? $" + to be claimed {Figures.Amount(snapshot.Claimable)}" : "";

    private static string Rounds(StakeSnapshot snapshot) => string.Join(
        ", ",
        snapshot.Tournaments.Select(t => $"{t.Tournament} round {t.CurrentRound.Number}"));

    private static IEnumerable<string> Debt(StakeSnapshot snapshot)
    {
        Nmr debt = snapshot.Stakes.OfType<Stake.Atomic>().Select(stake => stake.BurnDebt).Total;
        if (debt > Nmr.Zero)
            yield return $"{Figures.Unit(debt)} of it is owed: burns that were put off and will be taken out of later payouts";
    }

    private static IEnumerable<string> Risk(Fund fund)
    {
        if (fund.Risk is not { } risk || fund.Moments is not { } moments)
        {
            yield return "The history is too short to say what a bad window would cost: at least two windows of resolved rounds are needed.";
            yield break;
        }
        string stand = risk.IsOverBudget ? "OVER the burn budget" : "within the burn budget";
        yield return $"Bad window (1 in {Math.Round(1 / (1 - risk.Policy.Level)):0}; {Basis.Window(fund.History)}): "
            + $"{Figures.SignedUnit(fund.Snapshot.Equity.Times(-risk.Loss))} = {Figures.Percent(risk.Loss)} of equity, {stand} of {Figures.Percent(risk.Policy.BurnBudget)}";
        string broken = string.Join(", ", risk.Broken.Select(check => $"{PlainText.Name(check.Model.Name)} {Figures.Percent(check.Loss.ShareOf(risk.Equity))}"));
        yield return broken.Length == 0
            ? $"Two-percent rule: kept by all {risk.Checks.Count} models with enough history"
            : $"Two-percent rule: BROKEN by {broken} of equity";
        if (risk.Unassessed.Count > 0)
            yield return $"Not judged, for lack of history: {risk.Unassessed.Count} {(risk.Unassessed.Count == 1 ? "model" : "models")} with {Figures.Unit(risk.Unassessed.Select(stake => stake.Exposure).Total)}";
        yield return $"These risks rest on {fund.History.Returns.RoundCount} resolved rounds, worth {Figures.About(moments.Effective)} independent ones";
    }

    private static string Recent(Fund fund)
    {
        (Nmr result, int rounds) = fund.Ledger.OfNewestRounds(RecentRounds);
        return rounds == 0
            ? "No round has paid or burned yet."
            : $"Last {rounds} resolved rounds: {Figures.SignedUnit(result)} ({Figures.SignedPercent(result.ShareOf(fund.Snapshot.Equity))} of equity)";
    }

    private static IEnumerable<string> Closes(StakeSnapshot snapshot) =>
        snapshot.Tournaments
            .Where(t => t.CurrentRound.Closes > snapshot.TakenAt)
            .OrderBy(t => t.CurrentRound.Closes)
            .Take(1)
            .Select(t => $"Next close: {t.Tournament} {ChatTime.Mark(t.CurrentRound.Closes)}");
}

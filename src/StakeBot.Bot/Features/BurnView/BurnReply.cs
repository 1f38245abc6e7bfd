using System.Globalization;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Funds;
using StakeBot.Bot.Ports;
using StakeBot.Core.Money;
using StakeBot.Core.Risk.Settling;

namespace StakeBot.Bot.Features.BurnView;

internal static class BurnReply
{
    private const int NextRounds = 3;

    public static Reply Of(ExecutionMode mode, Fund fund, BurnStudy.Open open, IChartRenderer charts)
    {
        OpenRisk risk = open.Risk;
        if (risk.Rounds.Count == 0)
            return Nothing(mode, open);
        string title = $"{open.Subject}: expected {Figures.SignedUnit(risk.Total.Expected)}, bad case {Figures.SignedUnit(risk.Total.Bad)}";
        BurnPicture picture = BurnPicture.Of(fund, mode, title, risk);
        return new Reply
        {
            Mode = mode,
            Title = title,
            Lines =
            [
                $"{risk.Rounds.Count} open rounds, the last final {Day(risk.Rounds[^1].Settles)}: {Between(fund, risk.Total)}.",
                $"Bad case (mean of the worst 1 in {OneIn(fund)}): {Figures.SignedUnit(risk.Total.Bad)} = {Share(fund, risk.Total.Bad)} of equity. "
                    + $"Worst that the rules allow: {Figures.SignedUnit(risk.Total.Worst)}.",
                $"Scores as they are now would mean {Figures.SignedUnit(risk.Rounds.Select(round => round.Now).Total)}; they move until a round is final.",
                Narrowed(risk),
                .. Next(risk),
                .. Unassessed(risk),
                .. Assumed(risk),
                How(risk),
                Basis.History(fund.History, fund.Moments!),
                .. Basis.Pricing(fund),
                .. fund.Snapshot.Notes,
            ],
            Pictures = [new Picture("burn.png", charts.Draw(picture.Plot), picture.AltText)],
            Table = BurnTable.Of(risk),
            Buttons = [new Button("Show risk", "/risk"), new Button("Show drawdown", "/drawdown"), new Button("Show status", "/status")],
        };
    }

    public static Reply Refuse(ExecutionMode mode, BurnStudy.Impossible impossible) => new()
    {
        Kind = ReplyKind.Refusal,
        Mode = mode,
        Title = impossible.Title,
        Lines = [impossible.Reason, "Nothing was computed."],
        Buttons = [new Button("List models", "/models"), new Button("Show status", "/status")],
    };

    private static Reply Nothing(ExecutionMode mode, BurnStudy.Open open) => new()
    {
        Mode = mode,
        Title = $"{open.Subject}: nothing is at risk",
        Lines = ["No open round has NMR in it, so nothing can burn.", .. Unassessed(open.Risk)],
        Buttons = [new Button("Show status", "/status")],
    };

    private static string Between(Fund fund, Settlement total) =>
        $"expected {Figures.SignedUnit(total.Expected)} ± {Figures.Amount(total.Deviation)} (one standard error) = {Share(fund, total.Expected)} of equity; "
        + $"9 outcomes of 10 between {Figures.Signed(total.Low)} and {Figures.SignedUnit(total.High)}";

    private static string Narrowed(OpenRisk risk) =>
        $"What is known narrows this: without the daily scores {Interval(risk.GivenResolved)}, without knowing anything of these rounds {Interval(risk.GivenNothing)}.";

    private static string Interval(Settlement settlement) => $"{Figures.Signed(settlement.Low)} to {Figures.SignedUnit(settlement.High)}";

    private static IEnumerable<string> Next(OpenRisk risk)
    {
        foreach (OpenRound round in risk.Rounds.Take(NextRounds))
        {
            yield return $"• {round.Tournament} {round.Round}, final {Day(round.Settles)}, {round.ScoredDays} of {round.ScoringDays} days scored: "
                + $"{Figures.SignedUnit(round.Own.Expected)} ± {Figures.Amount(round.Own.Deviation)} on {Figures.Unit(round.AtRisk)}";
        }
        if (risk.Rounds.Count > NextRounds)
            yield return $"• and {risk.Rounds.Count - NextRounds} more in the table.";
    }

    private static IEnumerable<string> Unassessed(OpenRisk risk)
    {
        if (risk.Unassessed.Count > 0)
        {
            yield return $"Not in these figures, for lack of history: {string.Join(", ", risk.Unassessed.Select(stake => PlainText.Name(stake.Model.Name)))} "
                + $"with {Figures.Unit(risk.Unassessed.Select(stake => stake.Locked).Total)}.";
        }
    }

    private static IEnumerable<string> Assumed(OpenRisk risk)
    {
        if (risk.PositionsAreAssumed)
            yield return "What is at risk in each single round is not known here: the same in every open round is assumed.";
    }

    private static string How(OpenRisk risk)
    {
        string kernels = string.Join("; ", risk.Kernels.Select(one =>
            $"{one.Tournament} {one.Kernel.ScoringDays} days, {Figures.Whole(one.Kernel.RoundShare)} a round's own, {Figures.Whole(one.Kernel.LastingShare)} of the rest lasting"));
        return $"How: rounds that share days are predicted from one another (kriging; {kernels}), tails as fat as the history is short (Student's t, "
            + $"{Figures.Number(risk.DegreesOfFreedom)} degrees). Lasting changes of skill are not in it.";
    }

    private static string Share(Fund fund, Nmr amount) => Figures.SignedPercent(amount.ShareOf(fund.Snapshot.Equity));

    private static string OneIn(Fund fund) => $"{Math.Round(1 / (1 - fund.Policy.Level)):0}";

    private static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}

using System.Globalization;
using StakeBot.Bot.Chat;
using StakeBot.Core.Money;
using StakeBot.Core.Risk.Settling;

namespace StakeBot.Bot.Funds;

internal static class BurnTable
{
    public static DataTable Of(OpenRisk risk) => new(
        "Open rounds in the order in which they become final; below zero is a burn",
        [
            "Round", "Tournament", "Final on", "At risk (NMR)", "Days scored", "If scores stay (NMR)",
            "Expected (NMR)", "Standard error (NMR)", "Low of 90 % (NMR)", "High of 90 % (NMR)", "Bad case (NMR)", "Worst (NMR)",
            "Sum so far: expected (NMR)", "Sum: low (NMR)", "Sum: high (NMR)", "Sum: bad case (NMR)", "Sum: worst (NMR)",
        ],
        [.. risk.Rounds.Select(Row)]);

    private static IReadOnlyList<Cell> Row(OpenRound round) =>
    [
        Cell.Of(round.Round.Value),
        Cell.Of(round.Tournament.ToString()),
        Cell.Of(round.Settles.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        new Cell(Figures.Amount(round.AtRisk), round.AtRisk.Amount),
        new Cell($"{round.ScoredDays} of {round.ScoringDays}", round.ScoredDays),
        Signed(round.Now),
        Signed(round.Own.Expected),
        new Cell(Figures.Amount(round.Own.Deviation), round.Own.Deviation.Amount),
        Signed(round.Own.Low),
        Signed(round.Own.High),
        Signed(round.Own.Bad),
        Signed(round.Own.Worst),
        Signed(round.Running.Expected),
        Signed(round.Running.Low),
        Signed(round.Running.High),
        Signed(round.Running.Bad),
        Signed(round.Running.Worst),
    ];

    private static Cell Signed(Nmr amount) => new(Figures.Signed(amount), amount.Amount);
}

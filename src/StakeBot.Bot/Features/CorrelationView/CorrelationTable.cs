using StakeBot.Bot.Chat;

namespace StakeBot.Bot.Features.CorrelationView;

internal static class CorrelationTable
{
    public static DataTable Of(Correlations correlations) => new(
        "Correlations of window results",
        ["Model", .. correlations.Models],
        [.. Enumerable.Range(0, correlations.Models.Count).Select(row => Row(correlations, row))]);

    private static IReadOnlyList<Cell> Row(Correlations correlations, int row) =>
    [
        Cell.Of(correlations.Models[row]),
        .. Enumerable.Range(0, correlations.Models.Count).Select(column => Of(correlations[row, column])),
    ];

    private static Cell Of(double correlation) =>
        double.IsNaN(correlation) ? new Cell("", null) : new Cell(Figures.Number(correlation), correlation);
}

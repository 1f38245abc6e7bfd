using StakeBot.Bot.Chat;

namespace StakeBot.Bot.Features.Models;

internal static class ModelsTable
{
    public static DataTable Of(IReadOnlyList<ModelFigures> models) => new(
        "Models, per window and NMR staked",
        ["Model", "Tournament", "Resolved rounds", "Effective rounds", "Expected (%)", "Standard error (%)", "Deviation (%)", "Loss in a bad window (%)", "Windows that lost (%)", "Left out because"],
        [.. models.Select(Row)]);

    private static IReadOnlyList<Cell> Row(ModelFigures model) =>
    [
        Cell.Of(PlainText.Name(model.Model.Name)),
        Cell.Of(model.Model.Tournament.ToString()),
        Cell.Of(model.Rounds),
        model.Effective is { } effective ? new Cell(Figures.Number(effective), effective) : new Cell("", null),
        Share(model.Mean, Figures.SignedPercent),
        Share(model.Error, Figures.Percent),
        Share(model.Deviation, Figures.Percent),
        Share(model.Loss, Figures.Percent),
        Share(model.BurnShare, Figures.Percent),
        model.LeftOut is { } reason ? Cell.Of(reason) : new Cell("", null),
    ];

    private static Cell Share(double? share, Func<double, string> text) =>
        share is { } value ? new Cell(text(value), value * 100) : new Cell("", null);
}

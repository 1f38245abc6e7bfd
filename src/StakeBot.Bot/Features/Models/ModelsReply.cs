using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Funds;

namespace StakeBot.Bot.Features.Models;

internal static class ModelsReply
{
    private const int PerPage = 10;

    public static Reply Of(ExecutionMode mode, Fund fund, int page)
    {
        ModelFigures[] models = [.. ModelFigures.Of(fund).OrderByDescending(model => model.Mean ?? double.NegativeInfinity)];
        int pages = Math.Max(1, (models.Length + PerPage - 1) / PerPage);
        if (page > pages)
            return NoSuchPage(mode, page, pages);
        return new Reply
        {
            Mode = mode,
            Title = $"{models.Length} models, {models.Count(model => model.Mean is not null)} with enough history{(pages > 1 ? $" · page {page} of {pages}" : "")}",
            Lines =
            [
                .. fund.Moments is null ? [] : new[] { $"Expected result ± one standard error and loss in a bad window (1 in 20), per window ({Basis.Window(fund.History)}), per NMR staked:" },
                .. models.Skip((page - 1) * PerPage).Take(PerPage).Select(Line),
                .. fund.Moments is { } moments ? new[] { Basis.History(fund.History, moments), Basis.How(fund, fund.History, moments) } : [],
                .. Basis.Pricing(fund),
            ],
            Table = ModelsTable.Of(models),
            Buttons = [.. Turn(page, pages), new Button("Draw frontier", "/frontier"), new Button("Show correlation", "/correlation")],
        };
    }

    private static string Line(ModelFigures model) => model.Mean is null
        ? $"• {PlainText.Name(model.Model.Name)} ({model.Model.Tournament}): left out, {model.LeftOut}"
        : $"• {PlainText.Name(model.Model.Name)} ({model.Model.Tournament}): {Figures.SignedPercent(model.Mean.Value)} ± {Figures.Percent(model.Error!.Value)}, "
            + (model.Loss > 0 ? $"bad window {Figures.SignedPercent(-model.Loss.Value)}" : "no loss in its tail");

    private static IEnumerable<Button> Turn(int page, int pages)
    {
        if (page > 1)
            yield return new Button("Earlier models", $"/models page:{page - 1}");
        if (page < pages)
            yield return new Button("Later models", $"/models page:{page + 1}");
    }

    private static Reply NoSuchPage(ExecutionMode mode, int page, int pages) => new()
    {
        Kind = ReplyKind.Refusal,
        Mode = mode,
        Title = $"There is no page {page}",
        Lines = [$"There {(pages == 1 ? "is one page" : $"are {pages} pages")}. Example: /models page:{pages}", "Nothing was changed."],
        Buttons = [new Button("Show last page", $"/models page:{pages}")],
    };
}

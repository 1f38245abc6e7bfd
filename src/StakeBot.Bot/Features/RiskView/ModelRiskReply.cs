using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Funds;
using StakeBot.Core.Risk;
using StakeBot.Core.Tournaments;

namespace StakeBot.Bot.Features.RiskView;

/// <summary>/risk model:NAME — what one model's history says, staked or not.</summary>
internal static class ModelRiskReply
{
    public static Reply Of(ExecutionMode mode, Fund fund, IReadOnlyList<string> names)
    {
        Model[] known = [.. fund.Priced.SelectMany(priced => priced.Returns.Models)];
        Model[] asked = [.. known.Where(model => names.Contains(model.Name, StringComparer.OrdinalIgnoreCase))];
        if (asked.Length == 0)
            return Unknown(mode, known, names);
        return new Reply
        {
            Mode = mode,
            Title = $"Risk of {string.Join(", ", asked.Select(model => PlainText.Name(model.Name)))}",
            Lines = [.. asked.SelectMany(model => Lines(fund, model)), Basis.History(fund.History, fund.Moments!), Basis.How(fund, fund.History, fund.Moments!), .. Basis.Pricing(fund)],
            Buttons = [new Button("Show whole fund", "/risk"), new Button("Show drawdown", $"/drawdown model:{Quoted(asked[0])}")],
        };
    }

    private static IEnumerable<string> Lines(Fund fund, Model model)
    {
        string name = PlainText.Name(model.Name);
        if (fund.History.ColumnOf(model.Id) is not { } column)
        {
            yield return $"• {name}: {fund.History.LeftOut.First(left => left.Model.Id == model.Id).Reason}.";
            yield break;
        }
        double[] windows = fund.History.Scenarios.OfModel(column);
        WindowMoments moments = fund.Moments!;
        double error = Math.Sqrt(moments.Covariance[column * fund.History.Models.Count + column] / moments.Windows[column]);
        yield return $"• {name}, per window ({fund.History.Windows[column].Describe()}): expected {Figures.SignedPercent(moments.Mean[column])} ± {Figures.Percent(error)} "
            + $"(observed {Figures.SignedPercent(moments.SampleMean[column])}, shrunk towards the average of all).";
        if (windows.Length == 0)
            yield break;
        double loss = Cvar.Of(windows, fund.Policy.Level);
        BurnProbability burning = BurnProbability.Of(windows, Math.Max(1, moments.Windows[column]));
        yield return loss > 0
            ? $"• In a bad window (1 in 20) it loses {Figures.Percent(loss)} of its stake; worst in the history {Figures.SignedPercent(windows.Min())}."
            : $"• No loss in the tail of its history: even the worst 1 in 20 windows gained {Figures.Percent(-loss)}. That is luck or little data, not a promise.";
        yield return $"• Windows that lost: {Figures.Whole(burning.Share)} (90 % interval {Figures.Whole(burning.Low)} to {Figures.Whole(burning.High)}); "
            + $"its rounds are worth {Figures.About(moments.EffectivePerModel[column])} independent ones.";
    }

    private static Reply Unknown(ExecutionMode mode, Model[] known, IReadOnlyList<string> names) => new()
    {
        Kind = ReplyKind.Refusal,
        Mode = mode,
        Title = $"There is no model {string.Join(", ", names.Select(PlainText.Name))}",
        Lines = [$"The models are {string.Join(", ", known.Take(20).Select(model => PlainText.Name(model.Name)))}{(known.Length > 20 ? ", …" : "")}.", "Nothing was computed."],
        Buttons = [new Button("List models", "/models")],
    };

    private static string Quoted(Model model) => model.Name.Contains(' ', StringComparison.Ordinal) ? $"\"{model.Name}\"" : model.Name;
}

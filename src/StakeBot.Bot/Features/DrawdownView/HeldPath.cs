using StakeBot.Bot.Chat;
using StakeBot.Bot.Funds;
using StakeBot.Core.Money;
using StakeBot.Core.Risk;
using StakeBot.Core.Tournaments;

namespace StakeBot.Bot.Features.DrawdownView;

/// <summary>
/// What each resolved round would have done to the fund with today's stakes: Legacy NMR earns the whole round return, Atomic NMR 1/R of it.
/// A round without a score counts as one without a stake.
/// </summary>
internal abstract record HeldPath
{
    private const int RoundsPerMonth = 22;

    private HeldPath()
    {
    }

    public static HeldPath Of(Fund fund, string span, IReadOnlyList<string>? names)
    {
        FundHistory history = fund.History;
        if (history.Returns.RoundCount == 0 || history.Models.Count == 0)
            return new Impossible("There is no resolved round with a score.");
        if (names is not null)
            return OfModel(fund, span, names);
        PresentWeights present = PresentWeights.Of(fund.Snapshot, history);
        if (present.IsEmpty)
            return new Impossible("Nothing with a history is staked. /drawdown model:NAME shows one model on its own.");
        string without = present.LeftOut == Nmr.Zero ? "" : $", without {Figures.Unit(present.LeftOut)} on models that are left out";
        return Walk(history, present.Weights, span, "The fund", $"today's stakes held, {Figures.Whole(present.Idle)} of the fund idle{without}");
    }

    private static HeldPath OfModel(Fund fund, string span, IReadOnlyList<string> names)
    {
        Model? model = fund.Priced.SelectMany(priced => priced.Returns.Models)
            .FirstOrDefault(known => names.Contains(known.Name, StringComparer.OrdinalIgnoreCase));
        if (model is null)
            return new Impossible($"There is no model {PlainText.Name(names[0])}. /models lists them.");
        if (fund.History.ColumnOf(model.Id) is not { } column)
            return new Impossible($"{PlainText.Name(model.Name)} is left out: {fund.History.LeftOut.First(left => left.Model.Id == model.Id).Reason}.");
        double[] weights = new double[fund.History.Models.Count];
        weights[column] = 1;
        return Walk(fund.History, weights, span, PlainText.Name(model.Name), "all NMR on this model");
    }

    private static Walked Walk(FundHistory history, double[] weights, string span, string subject, string assumption)
    {
        ReturnMatrix returns = history.Returns;
        int rounds = span switch
        {
            "3m" => 3 * RoundsPerMonth,
            "6m" => 6 * RoundsPerMonth,
            "12m" => 12 * RoundsPerMonth,
            _ => returns.RoundCount,
        };
        int from = Math.Max(0, returns.RoundCount - rounds);
        double[] path = new double[returns.RoundCount - from];
        DateOnly[] days = new DateOnly[path.Length];
        for (int t = 0; t < path.Length; t++)
        {
            days[t] = RoundCalendar.OpenDate(returns.FirstRound + (from + t));
            for (int i = 0; i < weights.Length; i++)
            {
                double r = returns[from + t, i];
                if (weights[i] != 0 && !double.IsNaN(r))
                    path[t] += weights[i] * history.Windows[i].Scale * r;
            }
        }
        return new Walked(subject, assumption, span, returns.FirstRound + from, returns.LastRound, days, path, Drawdown.Of(path));
    }

    /// <summary>A path was walked.</summary>
    internal sealed record Walked(
        string Subject,
        string Assumption,
        string Span,
        RoundNumber First,
        RoundNumber Last,
        IReadOnlyList<DateOnly> Days,
        IReadOnlyList<double> Returns,
        Drawdown Drawdown) : HeldPath;

    /// <summary>There is no path.</summary>
    internal sealed record Impossible(string Reason) : HeldPath;
}

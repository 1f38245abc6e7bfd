using StakeBot.Bot.Funds;
using StakeBot.Core.Risk;
using StakeBot.Core.Tournaments;

namespace StakeBot.Bot.Features.Models;

/// <summary>One model's figures, per window and NMR staked; all null when it is left out.</summary>
internal sealed record ModelFigures(Model Model, int Rounds, string? LeftOut)
{
    public double? Mean { get; private init; }

    public double? Error { get; private init; }

    public double? Deviation { get; private init; }

    public double? Loss { get; private init; }

    public double? BurnShare { get; private init; }

    public double? Effective { get; private init; }

    public static IEnumerable<ModelFigures> Of(Fund fund)
    {
        foreach (PricedTournament priced in fund.Priced)
        {
            for (int i = 0; i < priced.Returns.ModelCount; i++)
                yield return Of(fund, priced.Returns.Models[i], priced.Returns.Column(i).Count(r => !double.IsNaN(r)));
        }
    }

    private static ModelFigures Of(Fund fund, Model model, int rounds)
    {
        LeftOut? left = fund.History.LeftOut.FirstOrDefault(entry => entry.Model.Id == model.Id);
        if (left is not null)
            return new ModelFigures(model, rounds, left.Reason);
        if (fund.Moments is not { } moments || fund.History.ColumnOf(model.Id) is not { } column)
            return new ModelFigures(model, rounds, "too few rounds for any estimate");
        double variance = moments.Covariance[column * fund.History.Models.Count + column];
        double[] windows = fund.History.Scenarios.OfModel(column);
        return new ModelFigures(model, rounds, null)
        {
            Mean = moments.Mean[column],
            Error = Math.Sqrt(variance / moments.Windows[column]),
            Deviation = Math.Sqrt(variance),
            Loss = windows.Length == 0 ? null : Cvar.Of(windows, fund.Policy.Level),
            BurnShare = windows.Length == 0 ? null : windows.Count(window => window < 0) / (double)windows.Length,
            Effective = moments.EffectivePerModel[column],
        };
    }
}

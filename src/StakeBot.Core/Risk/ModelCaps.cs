using StakeBot.Core.Proposals;
using StakeBot.Core.Tournaments;

namespace StakeBot.Core.Risk;

/// <summary>The two-percent rule as an upper bound for each model: capᵢ = limit / loss of the model in a bad window.</summary>
public static class ModelCaps
{
    /// <summary>The largest share of the fund for each column of a history, 0–1; 0 for a model without a single window.</summary>
    /// <param name="history">The history.</param>
    /// <param name="limits">The limit, the level and the basis.</param>
    public static double[] Of(FundHistory history, RiskPolicy limits)
    {
        Dictionary<Tournament, PayoutRule> rules = history.Tournaments.ToDictionary(priced => priced.Tournament, priced => priced.Rule);
        double[] caps = new double[history.Models.Count];
        for (int i = 0; i < caps.Length; i++)
        {
            double[] windows = history.Scenarios.OfModel(i);
            caps[i] = windows.Length == 0
                ? 0
                : TwoPercentRule.Cap(TwoPercentRule.LossRate(windows, rules[history.Models[i].Tournament], limits), limits);
        }
        return caps;
    }
}

using StakeBot.Core.Money;
using StakeBot.Core.Proposals;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Core.Risk;

/// <summary>
/// What the fund can lose while everything now open resolves, model by model and together: the two-percent rule, the burn budget and where the
/// risk comes from. Shares are of equity; pending changes count.
/// </summary>
public sealed class FundRisk
{
    private FundRisk()
    {
    }

    /// <summary>The limits that were applied.</summary>
    public required RiskPolicy Policy { get; init; }

    /// <summary>The fund's equity.</summary>
    public required Nmr Equity { get; init; }

    /// <summary>Weight of each column of the history: exposure over equity, twins added. What is missing to 1 is idle.</summary>
    public required double[] Weights { get; init; }

    /// <summary>One check for each staked model with a history, the largest loss first.</summary>
    public required IReadOnlyList<ModelLimitCheck> Checks { get; init; }

    /// <summary>Staked models whose history says too little: their risk is in none of these figures.</summary>
    public required IReadOnlyList<Stake> Unassessed { get; init; }

    /// <summary>The windows that the figures of the whole fund rest on.</summary>
    public required int WindowCount { get; init; }

    /// <summary>CVaR of the whole fund's window result, a share of equity; negative when even the tail gains. NaN without windows.</summary>
    public required double Loss { get; init; }

    /// <summary>Each column's part of <see cref="Loss"/>, as shares of equity.</summary>
    public required double[] Contributions { get; init; }

    /// <summary>How often a window of the whole fund burned; null without windows.</summary>
    public required BurnProbability? Burning { get; init; }

    /// <summary>Expected result of a window, a share of equity (shrunk).</summary>
    public required double ExpectedReturn { get; init; }

    /// <summary>Its standard error.</summary>
    public required double StandardError { get; init; }

    /// <summary>Standard deviation of a window's result, a share of equity (shrunk).</summary>
    public required double Deviation { get; init; }

    /// <summary>The two-percent rule's broken checks.</summary>
    public IEnumerable<ModelLimitCheck> Broken => Checks.Where(check => check.IsBroken);

    /// <summary>The most that the whole fund may lose in a bad window.</summary>
    public Nmr Budget => Equity.Times(Policy.BurnBudget);

    /// <summary>Whether the burn budget is exceeded.</summary>
    public bool IsOverBudget => Loss > Policy.BurnBudget;

    /// <summary>How many windows the tail is made of: below about ten the tail is little more than an anecdote.</summary>
    public double TailWindows => (1 - Policy.Level) * WindowCount;

    /// <summary>Assesses a fund.</summary>
    /// <param name="snapshot">Its stakes.</param>
    /// <param name="history">A history that <see cref="FundHistory.IsEnough"/>.</param>
    /// <param name="moments">The estimates of that history.</param>
    /// <param name="policy">Its limits.</param>
    public static FundRisk Assess(StakeSnapshot snapshot, FundHistory history, WindowMoments moments, RiskPolicy policy)
    {
        Nmr equity = snapshot.Equity;
        Stake[] staked = [.. snapshot.Stakes.Where(stake => stake.Exposure > Nmr.Zero)];
        double[] weights = Weigh(staked, history, equity);
        double[] windows = history.Scenarios.OfPortfolio(weights);
        return new FundRisk
        {
            Policy = policy,
            Equity = equity,
            Weights = weights,
            Checks = Check(staked, history, equity, policy),
            Unassessed = [.. staked.Where(stake => history.ColumnOf(stake.Model.Id) is null)],
            WindowCount = windows.Length,
            Loss = windows.Length == 0 ? double.NaN : Cvar.Of(windows, policy.Level),
            Contributions = RiskContributions.ToCvar(history.Scenarios, weights, policy.Level),
            Burning = windows.Length == 0 ? null : BurnProbability.Of(windows, Math.Max(1, history.IndependentWindows)),
            ExpectedReturn = moments.MeanOf(weights),
            StandardError = moments.StandardErrorOf(weights),
            Deviation = moments.DeviationOf(weights),
        };
    }

    /// <summary>Weight of each column of a history: exposure over equity.</summary>
    public static double[] Weigh(IEnumerable<Stake> stakes, FundHistory history, Nmr equity)
    {
        double[] weights = new double[history.Models.Count];
        foreach (Stake stake in stakes)
        {
            if (history.ColumnOf(stake.Model.Id) is { } column)
                weights[column] += stake.Exposure.ShareOf(equity);
        }
        return weights;
    }

    private static IReadOnlyList<ModelLimitCheck> Check(Stake[] staked, FundHistory history, Nmr equity, RiskPolicy policy)
    {
        Dictionary<Tournament, PayoutRule> rules = history.Tournaments.ToDictionary(t => t.Tournament, t => t.Rule);
        List<ModelLimitCheck> checks = [];
        foreach (Stake stake in staked)
        {
            if (history.ColumnOf(stake.Model.Id) is not { } column)
                continue;
            double[] windows = history.Scenarios.OfModel(column);
            if (windows.Length == 0)
                continue;
            double rate = TwoPercentRule.LossRate(windows, rules[stake.Model.Tournament], policy);
            checks.Add(TwoPercentRule.Check(stake.Model, stake.Exposure, equity, rate, policy));
        }
        return [.. checks.OrderByDescending(check => check.Loss)];
    }
}

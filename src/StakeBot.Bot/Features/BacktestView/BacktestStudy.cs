using StakeBot.Bot.Chat;
using StakeBot.Bot.Funds;
using StakeBot.Core.Backtesting;
using StakeBot.Core.Money;
using StakeBot.Core.Proposals;
using StakeBot.Core.Risk;

namespace StakeBot.Bot.Features.BacktestView;

/// <summary>The backtests that were asked for; or why there are none.</summary>
internal abstract record BacktestStudy
{
    private BacktestStudy()
    {
    }

    /// <summary>Looks and policies are computed side by side, on as many processors as there are.</summary>
    public static async Task<BacktestStudy> OfAsync(Fund fund, BacktestRequest request, CancellationToken ct)
    {
        if (Unknown(fund, request) is { } unknown)
            return new Refused("There is no such model", unknown);
        return WalkForward.Over(Chosen(fund, request)) switch
        {
            WalkForwardOutcome.Ready(var walk) => await RunAsync(fund, request, walk, ct),
            WalkForwardOutcome.TooShort(var reason) => new Refused("There is too little history for a backtest", reason),
            _ => throw new InvalidOperationException("A history is long enough or not."),
        };
    }

    private static async Task<Done> RunAsync(Fund fund, BacktestRequest request, WalkForward walk, CancellationToken ct)
    {
        PresentWeights staked = PresentWeights.Of(fund.Snapshot, fund.History);
        AllocationPolicy[] policies = [.. Policies(request).Where(policy => policy.Objective != AllocationObjective.KeepPresent || !staked.IsEmpty)];
        Look[] looks = await EachAsync([.. policies.SelectMany(policy => walk.LooksOf(policy.Rebalance)).Distinct().Order()], walk.LookAt, ct);
        double[] present = Present(fund, walk, staked);
        BacktestResult[] results = await EachAsync(policies, policy => Backtest.Run(walk, policy, looks, present), ct);
        return new Done(request, walk, BacktestComparison.Of(results, results[0]), staked.LeftOut, looks[^1].Estimates?.History.FilledEntries ?? 0);
    }

    private static IReadOnlyList<AllocationPolicy> Policies(BacktestRequest request) => request.AllSchedules
        ? request.OnEverySchedule()
        : [.. ReferencePolicies.On(request.Policy.Rebalance), request.Policy];

    private static async Task<TResult[]> EachAsync<TItem, TResult>(TItem[] items, Func<TItem, TResult> compute, CancellationToken ct)
    {
        TResult[] results = new TResult[items.Length];
        await Parallel.ForAsync(0, items.Length, ct, (i, _) =>
        {
            results[i] = compute(items[i]);
            return ValueTask.CompletedTask;
        });
        return results;
    }

    private static IReadOnlyList<PricedTournament> Chosen(Fund fund, BacktestRequest request)
    {
        if (request.Models is null)
            return fund.Priced;
        HashSet<string> asked = request.Models.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. fund.Priced
                .Select(priced => priced with
                {
                    Returns = priced.Returns.OfModels([.. Enumerable.Range(0, priced.Returns.ModelCount).Where(i => asked.Contains(priced.Returns.Models[i].Name))]),
                })
                .Where(priced => priced.Returns.ModelCount > 0),
        ];
    }

    // Shares of the part of the fund whose risk is known, as everywhere; models that are left out have none.
    private static double[] Present(Fund fund, WalkForward walk, PresentWeights staked)
    {
        Nmr known = fund.Snapshot.Equity - staked.LeftOut;
        Dictionary<string, double> shares = fund.Snapshot.Stakes
            .Where(stake => fund.History.ColumnOf(stake.Model.Id) is not null)
            .ToDictionary(stake => stake.Model.Id.Value, stake => stake.Exposure.ShareOf(known));
        return [.. walk.Returns.Models.Select(model => shares.GetValueOrDefault(model.Id.Value))];
    }

    private static string? Unknown(Fund fund, BacktestRequest request)
    {
        if (request.Models is null)
            return null;
        HashSet<string> known = fund.Priced.SelectMany(priced => priced.Returns.Models).Select(model => model.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        string[] unknown = [.. request.Models.Where(name => !known.Contains(name)).Select(PlainText.Name)];
        return unknown.Length == 0 ? null : $"I do not know {string.Join(", ", unknown)}. /models lists the models.";
    }

    /// <summary>The backtests.</summary>
    /// <param name="Request">What was asked for.</param>
    /// <param name="Walk">The history.</param>
    /// <param name="Comparison">The results; the first is the reference, the last what was asked for unless schedules are compared.</param>
    /// <param name="LeftOut">NMR on models without enough history.</param>
    /// <param name="FilledEntries">Missing returns that were filled for the last decision.</param>
    internal sealed record Done(BacktestRequest Request, WalkForward Walk, BacktestComparison Comparison, Nmr LeftOut, int FilledEntries) : BacktestStudy;

    /// <summary>There are none.</summary>
    internal sealed record Refused(string Title, string Reason) : BacktestStudy;
}

using StakeBot.Bot.Chat;
using StakeBot.Bot.Funds;
using StakeBot.Core.Allocation;
using StakeBot.Core.Risk;
using StakeBot.Core.Risk.Estimation;
using StakeBot.Core.Tournaments;

namespace StakeBot.Bot.Features.FrontierView;

/// <summary>The frontiers that were asked for, with the present portfolio beside them; or why there are none.</summary>
internal abstract record FrontierStudy
{
    private FrontierStudy()
    {
    }

    public static FrontierStudy Of(Fund fund, FrontierRequest request)
    {
        if (Unknown(fund, request) is { } unknown)
            return new Refused("There is no such model", unknown, null);
        bool isAll = request is { Models: null, Short: ShortHistories.LeaveOut };
        FundHistory history = isAll ? fund.History : FundHistory.Of(fund.Priced, request.Models?.ToHashSet(StringComparer.OrdinalIgnoreCase), request.Short);
        if (!history.IsEnough)
            return new Refused("There is too little history for a frontier", TooShort(history), history);
        WindowMoments moments = isAll ? fund.Moments! : WindowMoments.Of(history);
        FrontierInputs inputs = request.PerRound
            ? FrontierInputs.Unshrunk(request.Measure, fund.Policy.Level, history.PerRound())
            : FrontierInputs.Of(request.Measure, fund.Policy.Level, history, moments);
        double[] caps = request.PerRound ? [.. Enumerable.Repeat(1.0, history.Models.Count)] : Caps(fund, history);
        (FundFrontier? solved, FrontierOutcome outcome) = FundFrontier.Trace(inputs, caps, request.Cap);
        return solved is not null
            ? new Drawn(fund, request, history, moments, inputs, solved, PresentWeights.Of(fund.Snapshot, history))
            : Refuse(outcome, history);
    }

    private static double[] Caps(Fund fund, FundHistory history)
    {
        Dictionary<Tournament, PayoutRule> rules = history.Tournaments.ToDictionary(priced => priced.Tournament, priced => priced.Rule);
        double[] caps = new double[history.Models.Count];
        for (int i = 0; i < caps.Length; i++)
        {
            double[] windows = history.Scenarios.OfModel(i);
            caps[i] = windows.Length == 0
                ? 0
                : TwoPercentRule.Cap(TwoPercentRule.LossRate(windows, rules[history.Models[i].Tournament], fund.Policy), fund.Policy);
        }
        return caps;
    }

    private static string? Unknown(Fund fund, FrontierRequest request)
    {
        if (request.Models is null)
            return null;
        HashSet<string> known = fund.Priced.SelectMany(priced => priced.Returns.Models).Select(model => model.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        string[] unknown = [.. request.Models.Where(name => !known.Contains(name)).Select(PlainText.Name)];
        return unknown.Length == 0 ? null : $"I do not know {string.Join(", ", unknown)}. /models lists the models.";
    }

    private static Refused Refuse(FrontierOutcome outcome, FundHistory history) => outcome switch
    {
        FrontierOutcome.Infeasible infeasible => new Refused("No portfolio keeps these limits", infeasible.Message, history),
        FrontierOutcome.TooFewRounds few => new Refused("There is too little history for a frontier", $"{few.Have} rounds; {few.Needed} are needed.", history),
        _ => throw new InvalidOperationException($"No frontier, and no reason: {outcome}."),
    };

    private static string TooShort(FundHistory history) =>
        $"{history.Returns.RoundCount} resolved rounds of {history.Models.Count} models; at least two windows are needed ({2 * history.LongestWindow} rounds).";

    /// <summary>The frontiers.</summary>
    internal sealed record Drawn(
        Fund Fund,
        FrontierRequest Request,
        FundHistory History,
        WindowMoments Moments,
        FrontierInputs Inputs,
        FundFrontier Frontiers,
        PresentWeights Present) : FrontierStudy
    {
        /// <summary>The present portfolio, idle NMR last; null when nothing is staked.</summary>
        public CornerPortfolio? You { get; } = Present.IsEmpty
            ? null
            : new CornerPortfolio(Expected(Inputs, Present), Frontiers.Staked.RiskOf(Present.Weights), [.. Present.Weights, Present.Idle]);

        /// <summary>The same question about the fund's own models; null when no watched model is in the answer, or the own ones have none.</summary>
        public Drawn? WithoutWatched { get; } = History.Models.Any(Fund.IsWatched) ? Of(Fund.Own, OwnOf(Fund, Request)) as Drawn : null;

        /// <summary>The name of the model in that column.</summary>
        public string NameOf(int column) => Fund.NameOf(History.Models[column]);

        /// <summary>The least-risk portfolio with the expectation of the present one; null without one.</summary>
        public CornerPortfolio? SameReturn { get; } = Present.IsEmpty ? null : Frontiers.WithIdle.AtReturn(Expected(Inputs, Present));

        private static FrontierRequest OwnOf(Fund fund, FrontierRequest request) =>
            request with { Models = request.Models is null ? null : [.. request.Models.Where(name => !fund.Watched.Any(model => model.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))] };

        private static double Expected(FrontierInputs inputs, PresentWeights present)
        {
            double sum = 0;
            for (int i = 0; i < present.Weights.Length; i++)
                sum += present.Weights[i] * inputs.Moments.Mean[i];
            return sum;
        }
    }

    /// <summary>There is none.</summary>
    internal sealed record Refused(string Title, string Reason, FundHistory? History) : FrontierStudy;
}

using StakeBot.Bot.Commands;
using StakeBot.Core.Proposals;

namespace StakeBot.Bot.Features.BacktestView;

/// <summary>What backtest was asked for.</summary>
/// <param name="Policy">The policy that is tried, on the schedule that was asked for.</param>
/// <param name="AllSchedules">Whether the policy is tried on every kind of schedule, instead of beside the reference portfolios.</param>
/// <param name="Models">Only these models; null for all.</param>
/// <param name="WithTable">Whether the data table is shown.</param>
internal sealed record BacktestRequest(AllocationPolicy Policy, bool AllSchedules, IReadOnlyList<string>? Models, bool WithTable)
{
    private const int DefaultEvery = 20;
    private const int DefaultLook = 5;
    private const double DefaultBand = 0.03;
    private const double DefaultBudget = 0.5;

    public static IReadOnlyList<OptionSpec> Options(PolicyBook book) =>
    [
        new OptionSpec("policy", OptionKind.Choice, $"The policy that is tried; without it, {book.Default.Name}.") { Choices = [.. book.All.Select(policy => policy.Name)] },
        new OptionSpec("rebalance", OptionKind.Choice, "When stakes are changed; without it, as the policy says. all: the policy on every schedule.")
        {
            Choices = ["never", "calendar", "band", "turnover", "all"],
        },
        new OptionSpec("every", OptionKind.Whole, "Rounds between two looks at the stakes; five are a week.") { Least = 1, Greatest = Rebalancing.LongestEvery },
        new OptionSpec("band", OptionKind.Percent, "How far a model may be from its target before anything is changed, in percent of the fund."),
        new OptionSpec("turnover", OptionKind.Percent, "How much of the fund may be moved within one window."),
        new OptionSpec("data", OptionKind.Flag, "Shows the numbers behind the picture."),
        new OptionSpec("models", OptionKind.Models, "Only these models; without it, all with enough history."),
    ];

    /// <summary>The request, or one sentence why its options do not go together.</summary>
    public static (BacktestRequest? Request, string? Wrong) Of(CommandCall call, PolicyBook book)
    {
        AllocationPolicy policy = call.Choice("policy") is { } name ? book.Named(name)! : book.Default;
        (Rebalancing? schedule, string? wrong) = Schedule(call, policy.Rebalance);
        if (schedule is null)
            return (null, wrong);
        bool all = call.Choice("rebalance") == "all";
        return (new BacktestRequest(policy with { Rebalance = schedule }, all, call.Models("models"), call.Flag("data")), null);
    }

    /// <summary>The policy on every kind of schedule.</summary>
    public IReadOnlyList<AllocationPolicy> OnEverySchedule() =>
    [
        .. new Rebalancing[]
        {
            new Rebalancing.Never(),
            new Rebalancing.Calendar(DefaultEvery),
            new Rebalancing.Band(DefaultBand, DefaultLook),
            new Rebalancing.TurnoverBudget(DefaultBudget, DefaultLook),
        }.Select(schedule => Policy with { Name = Short(schedule), Rebalance = schedule }),
    ];

    private static (Rebalancing?, string?) Schedule(CommandCall call, Rebalancing own)
    {
        string? kind = call.Choice("rebalance");
        (int? every, double? band, double? turnover) = (call.Whole("every"), call.Percent("band"), call.Percent("turnover"));
        if (band is not null && turnover is not null)
            return (null, "A band and a turnover budget are two schedules: give one of them.");
        if (kind == "all")
            return every is null && band is null && turnover is null ? (own, null) : (null, "rebalance:all tries its own settings: leave every, band and turnover out.");
        if (band is not null && kind is not (null or "band"))
            return (null, $"A band belongs to rebalance:band, not to rebalance:{kind}.");
        if (turnover is not null && kind is not (null or "turnover"))
            return (null, $"A turnover budget belongs to rebalance:turnover, not to rebalance:{kind}.");
        if (every is not null && kind == "never")
            return (null, "What is never rebalanced is not looked at either: leave every out.");
        kind ??= band is not null ? "band" : turnover is not null ? "turnover" : null;
        return (kind switch
        {
            "never" => new Rebalancing.Never(),
            "calendar" => new Rebalancing.Calendar(every ?? own.LooksEvery ?? DefaultEvery),
            "band" => new Rebalancing.Band(band ?? (own as Rebalancing.Band)?.Width ?? DefaultBand, every ?? own.LooksEvery ?? DefaultLook),
            "turnover" => new Rebalancing.TurnoverBudget(turnover ?? (own as Rebalancing.TurnoverBudget)?.Budget ?? DefaultBudget, every ?? own.LooksEvery ?? DefaultLook),
            _ => every is { } rounds ? LookedAtEvery(own, rounds) : own,
        }, null);
    }

    private static Rebalancing LookedAtEvery(Rebalancing own, int every) => own switch
    {
        Rebalancing.Band band => band with { Every = every },
        Rebalancing.TurnoverBudget budget => budget with { Every = every },
        _ => new Rebalancing.Calendar(every),
    };

    private static string Short(Rebalancing schedule) => schedule switch
    {
        Rebalancing.Calendar calendar => $"every {calendar.Every} rounds",
        Rebalancing.Band band => FormattableString.Invariant($"band {band.Width * 100:0.##} %"),
        Rebalancing.TurnoverBudget budget => FormattableString.Invariant($"turnover {budget.Budget * 100:0.##} %"),
        _ => schedule.Describe(),
    };
}

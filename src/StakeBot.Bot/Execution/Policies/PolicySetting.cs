using System.Globalization;
using StakeBot.Bot.Chat;
using StakeBot.Core.Money;
using StakeBot.Core.Proposals;

namespace StakeBot.Bot.Execution.Policies;

/// <summary>One thing of the fund's policy that the owner can set.</summary>
/// <param name="Name">As it is typed.</param>
/// <param name="Summary">What it is.</param>
/// <param name="Example">A value that works.</param>
/// <param name="Show">Its value in words.</param>
/// <param name="Apply">The policy with another value; null when the value is not understood.</param>
/// <param name="Loosens">Whether a policy protects less than the one before.</param>
internal sealed record PolicySetting(
    string Name,
    string Summary,
    string Example,
    Func<FundPolicy, PolicyBook, string> Show,
    Func<FundPolicy, string, PolicyBook, FundPolicy?> Apply,
    Func<FundPolicy, FundPolicy, PolicyBook, bool> Loosens)
{
    /// <summary>Everything that can be set, in the order in which it is shown.</summary>
    public static IReadOnlyList<PolicySetting> All { get; } =
    [
        new(
            "policy",
            "the policy out of the book",
            "balanced",
            (policy, book) => (book.Named(policy.Name) ?? book.Default).Name,
            (policy, value, book) => book.Named(value) is { } named ? policy with { Name = named.Name } : null,
            (before, after, book) => IsLooser(before.Allocation(book), after.Allocation(book))),
        Share("model-limit", "the two-percent rule: what one model may cost in a bad window, of the fund", "2%", 0, 1,
            allocation => allocation.Limits.ModelLimit, (policy, share) => policy with { ModelLimit = share }),
        Share("burn-budget", "what all models together may cost in a bad window, of the fund", "10%", 0, 1,
            allocation => allocation.Limits.BurnBudget, (policy, share) => policy with { BurnBudget = share }),
        Share("cap", "the most on one model, of the fund", "40%", 0, 1,
            allocation => allocation.Cap, (policy, share) => policy with { Cap = share }),
        Share("turnover", "the most that one proposal moves, of the fund", "20%", 0, 2,
            allocation => allocation.TurnoverLimit, (policy, share) => policy with { TurnoverLimit = share }),
        Share("band", "how far off its target a model is left alone, of the fund", "1%", -1, 0.999,
            allocation => allocation.NoTradeBand, (policy, share) => policy with { NoTradeBand = share }),
        Whole("approvals", "how many people have to confirm", 1, 9, policy => policy.Approvals, (policy, n) => policy with { Approvals = n }),
        Whole("grace", "seconds in which a confirmed proposal can be stopped", 0, 600,
            policy => (int)policy.Grace.TotalSeconds, (policy, n) => policy with { Grace = TimeSpan.FromSeconds(n) }),
        new(
            "expiry",
            "minutes that a proposal waits for its confirmation",
            "30",
            (policy, _) => $"{policy.Expiry.TotalMinutes:0} min",
            (policy, value, _) => Number(value) is { } n and >= 1 and <= 720 && n % 1 == 0 ? policy with { Expiry = TimeSpan.FromMinutes((double)n) } : null,
            (before, after, _) => after.Expiry > before.Expiry),
        new(
            "wallet-floor",
            "NMR that stays in the wallet",
            "5",
            (policy, _) => Figures.Unit(policy.WalletFloor),
            (policy, value, _) => Number(value) is { } n and >= 0 ? policy with { WalletFloor = new Nmr(n) } : null,
            (before, after, _) => after.WalletFloor < before.WalletFloor),
        new(
            "step-up",
            "the share of the stake above which a live proposal asks for the amount to be typed",
            "25%",
            (policy, _) => Figures.Percent(policy.StepUpAbove),
            (policy, value, _) => ShareOf(value) is { } share and >= 0 and <= 1 ? policy with { StepUpAbove = share } : null,
            (before, after, _) => after.StepUpAbove > before.StepUpAbove),
        Alert("alert-burn", "what of the fund has to burn in seven days to raise an alert", "2%", policy => policy.AlertBurn, (policy, share) => policy with { AlertBurn = share }),
        Alert("alert-drawdown", "how far below its peak of twelve months the fund has to be to raise an alert", "8%", policy => policy.AlertDrawdown, (policy, share) => policy with { AlertDrawdown = share }),
    ];

    /// <summary>The setting of that name; null when there is none.</summary>
    public static PolicySetting? Named(string name) => All.FirstOrDefault(setting => setting.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static PolicySetting Share(
        string name, string summary, string example, double above, double most, Func<AllocationPolicy, double> of, Func<FundPolicy, double, FundPolicy> with) =>
        new(
            name,
            summary,
            example,
            (policy, book) => Figures.Percent(of(policy.Allocation(book))),
            (policy, value, _) => ShareOf(value) is { } share && share > above && share <= most ? with(policy, share) : null,
            (before, after, book) => of(after.Allocation(book)) > of(before.Allocation(book)));

    private static PolicySetting Alert(string name, string summary, string example, Func<FundPolicy, double> of, Func<FundPolicy, double, FundPolicy> with) =>
        new(
            name,
            summary,
            example,
            (policy, _) => Figures.Percent(of(policy)),
            (policy, value, _) => ShareOf(value) is { } share and > 0 and <= 1 ? with(policy, share) : null,
            (before, after, _) => of(after) > of(before));

    private static PolicySetting Whole(
        string name, string summary, int least, int most, Func<FundPolicy, int> of, Func<FundPolicy, int, FundPolicy> with) =>
        new(
            name,
            summary,
            Math.Max(least, 1).ToString(CultureInfo.InvariantCulture),
            (policy, _) => of(policy).ToString(CultureInfo.InvariantCulture),
            (policy, value, _) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int n) && n >= least && n <= most ? with(policy, n) : null,
            (before, after, _) => of(after) < of(before));

    // Another policy is looser when any of its limits is.
    private static bool IsLooser(AllocationPolicy before, AllocationPolicy after) =>
        after.Limits.ModelLimit > before.Limits.ModelLimit
        || after.Limits.BurnBudget > before.Limits.BurnBudget
        || after.Limits.Level < before.Limits.Level
        || (before.Limits.Basis == LossBasis.Worst && after.Limits.Basis == LossBasis.Tail)
        || after.Cap > before.Cap
        || after.TurnoverLimit > before.TurnoverLimit;

    private static decimal? Number(string value) =>
        decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number) ? number : null;

    // 2% and 2 % are two percent; a bare 2 is asked about, not guessed.
    private static double? ShareOf(string value)
    {
        string text = value.Replace(" ", "", StringComparison.Ordinal);
        return text.EndsWith('%') && Number(text[..^1]) is { } percent ? (double)percent / 100 : null;
    }
}

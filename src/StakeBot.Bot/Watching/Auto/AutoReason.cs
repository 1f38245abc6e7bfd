using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution.Making;
using StakeBot.Bot.Funds;

namespace StakeBot.Bot.Watching.Auto;

/// <summary>Why a proposal should be made without anybody asking; null when there is no reason.</summary>
internal static class AutoReason
{
    public static string? Of(Fund fund, PolicyDrift? drift, double? threshold)
    {
        if (fund.Risk is { } risk && (risk.Broken.Any() || risk.IsOverBudget))
            return $"By itself: {(risk.Broken.Any() ? "the two-percent rule is broken" : "the burn budget is exceeded")}.";
        return drift is not null && threshold is { } most && drift.Off > most
            ? $"By itself: {PlainText.Name(drift.Model.Name)} is {Figures.Percent(drift.Off)} of the fund {(drift.IsAbove ? "above" : "below")} its target, more than {Figures.Percent(most)}."
            : null;
    }
}

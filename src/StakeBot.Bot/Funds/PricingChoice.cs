namespace StakeBot.Bot.Funds;

/// <summary>Which payout rule to price the history under.</summary>
/// <param name="RuleName">Its name, as in <c>config/tournaments.json</c>; null to choose by the data.</param>
public sealed record PricingChoice(string? RuleName);

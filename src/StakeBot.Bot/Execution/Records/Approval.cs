using StakeBot.Bot.People;

namespace StakeBot.Bot.Execution.Records;

/// <summary>Somebody's yes to exactly what the fingerprint stands for.</summary>
/// <param name="PersonId">Which human: one counts once, on however many platforms.</param>
/// <param name="By">As whom.</param>
/// <param name="At">When.</param>
/// <param name="Fingerprint">What was shown to him.</param>
internal sealed record Approval(string PersonId, PlatformIdentity By, DateTimeOffset At, string Fingerprint);

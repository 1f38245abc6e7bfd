using StakeBot.Bot.People;

namespace StakeBot.Bot.Execution.Records;

/// <summary>Somebody's yes to exactly what the fingerprint stands for.</summary>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
/// <param name="Fingerprint">What was shown to him.</param>
internal sealed record Approval(PlatformIdentity By, DateTimeOffset At, string Fingerprint);

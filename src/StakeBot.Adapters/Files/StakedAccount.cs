using StakeBot.Core.Stakes;

namespace StakeBot.Adapters.Files;

/// <summary>Stakes out of a csv file.</summary>
/// <param name="Snapshot">The account as of the newest round of the scores; every model with scores is in it, staked or not.</param>
/// <param name="Notes">What a person should know about how the file was read; one sentence each.</param>
public sealed record StakedAccount(StakeSnapshot Snapshot, IReadOnlyList<string> Notes);

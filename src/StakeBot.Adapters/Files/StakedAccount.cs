using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Files;

/// <summary>Stakes out of a csv file.</summary>
/// <param name="Snapshot">The account as of the newest round of the scores; every model with scores is in it, staked or not.</param>
/// <param name="Unlisted">The models with scores that the file has no line for: whose they are it does not say.</param>
/// <param name="Notes">What a person should know about how the file was read; one sentence each.</param>
public sealed record StakedAccount(StakeSnapshot Snapshot, IReadOnlySet<ModelId> Unlisted, IReadOnlyList<string> Notes);

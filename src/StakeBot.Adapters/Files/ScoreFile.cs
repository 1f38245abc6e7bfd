using StakeBot.Core.Risk;

namespace StakeBot.Adapters.Files;

/// <summary>Scores out of csv files.</summary>
/// <param name="Panels">One for each tournament in the files.</param>
/// <param name="Notes">What a person should know about how the files were read; one sentence each.</param>
public sealed record ScoreFile(IReadOnlyList<ScorePanel> Panels, IReadOnlyList<string> Notes);

using StakeBot.Core.Allocation;

namespace StakeBot.Adapters.Files;

/// <summary>Returns out of a csv file.</summary>
/// <param name="Names">The models, in the order of the columns.</param>
/// <param name="Scenarios">A scenario for each row, in time order.</param>
/// <param name="Notes">What a person should know about how the file was read; one sentence each.</param>
public sealed record ReturnsTable(IReadOnlyList<string> Names, ScenarioSet Scenarios, IReadOnlyList<string> Notes);

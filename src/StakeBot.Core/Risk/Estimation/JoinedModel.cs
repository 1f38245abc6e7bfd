using StakeBot.Core.Tournaments;

namespace StakeBot.Core.Risk.Estimation;

/// <summary>A model whose own history is too short to stand alone and whose missing rounds are told by longer histories.</summary>
/// <param name="Model">The model.</param>
/// <param name="Rounds">The resolved rounds that it has.</param>
/// <param name="Longer">How many longer histories tell the others.</param>
/// <param name="Explained">The share of its own rounds' variance that they explain, 0–1; the rest repeats what was seen of it.</param>
public sealed record JoinedModel(Model Model, int Rounds, int Longer, double Explained);

using StakeBot.Core.Tournaments;

namespace StakeBot.Core.Risk;

/// <summary>A model that the estimates do not contain as a column of its own.</summary>
/// <param name="Model">The model.</param>
/// <param name="Reason">Why, without the model's name: <c>55 resolved rounds of 346; 277 are needed</c>.</param>
/// <param name="TwinOf">The model that stands for it because both earn the same; null when nothing stands for it.</param>
public sealed record LeftOut(Model Model, string Reason, Model? TwinOf = null);

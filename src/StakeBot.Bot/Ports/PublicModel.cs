using StakeBot.Core.Risk;
using StakeBot.Core.Tournaments;

namespace StakeBot.Bot.Ports;

/// <summary>A model of somebody else, as everybody can see it.</summary>
/// <param name="Model">The model.</param>
/// <param name="Scores">Its scores: a panel of this one model.</param>
public sealed record PublicModel(Model Model, ScorePanel Scores);

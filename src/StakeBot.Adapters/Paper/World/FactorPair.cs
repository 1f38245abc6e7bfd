namespace StakeBot.Adapters.Paper.World;

/// <summary>A factor as it moves the skill scores, and the part of its own that it adds to the contribution scores.</summary>
internal sealed record FactorPair(FactorPath Skill, FactorPath Contribution);

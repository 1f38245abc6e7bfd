using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Paper.World;

/// <summary>How a score of a model behaves over 60 days.</summary>
/// <param name="Name">The score.</param>
/// <param name="Mean">Its mean over all rounds.</param>
/// <param name="Deviation">Its standard deviation over all rounds.</param>
internal readonly record struct ScoreTrait(ScoreName Name, double Mean, double Deviation);

/// <summary>How a simulated model behaves; what it is calibrated with stands in <see cref="PaperRoster"/>.</summary>
internal sealed record ModelTraits
{
    public required Model Model { get; init; }

    /// <summary>Skill: corr60 or alpha.</summary>
    public required ScoreTrait Skill { get; init; }

    /// <summary>Contribution: mmc60 or mpc.</summary>
    public required ScoreTrait Contribution { get; init; }

    /// <summary>Correlation of the two scores of the same round.</summary>
    public required double Coupling { get; init; }

    /// <summary>Loading on each of <see cref="Factor"/>; what the squares leave of 1 is the model's own noise.</summary>
    public required IReadOnlyList<(Factor Factor, double Loading)> Loadings { get; init; }

    /// <summary>How deep the bad spell of winter 2025/26 went, in standard deviations of each score.</summary>
    public double SpellDepth { get; init; }

    /// <summary>The first round that it took part in; null for all of them.</summary>
    public RoundNumber? FirstRound { get; init; }

    /// <summary>The share of rounds that it misses by chance.</summary>
    public double MissShare { get; init; } = 0.013;

    /// <summary>Rounds that it missed, beside those that it misses by chance.</summary>
    public IReadOnlyList<int> Missed { get; init; } = [];
}

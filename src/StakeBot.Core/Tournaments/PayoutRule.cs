namespace StakeBot.Core.Tournaments;

/// <summary>A score and what it is multiplied with.</summary>
/// <param name="Score">The score's name.</param>
/// <param name="Multiplier">A plain number; 0 leaves the score out.</param>
public readonly record struct ScoreMultiplier(ScoreName Score, double Multiplier);

/// <summary>
/// How a round is paid: return = clip(factor × Σ multiplier·score, ±clip), as a share of the NMR at risk in that round.
/// Read per round from Numerai; the known history in <c>config/tournaments.json</c> serves as fallback and for re-pricing.
/// </summary>
public sealed record PayoutRule
{
    /// <summary>Short name for people and for <c>--rule</c>, such as <c>classic-60-atomic</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Where the rule holds.</summary>
    public required Tournament Tournament { get; init; }

    /// <summary>The first round that it holds for.</summary>
    public required RoundNumber FromRound { get; init; }

    /// <summary>The staking regime of its rounds.</summary>
    public required StakingRegime Regime { get; init; }

    /// <summary>The scores that are paid, with their multipliers.</summary>
    public required IReadOnlyList<ScoreMultiplier> Multipliers { get; init; }

    /// <summary>The factor of a round.</summary>
    public required PayoutFactor Factor { get; init; }

    /// <summary>The largest gain and the largest loss of one round, as a share of the NMR at risk in it; above 0, at most 1.</summary>
    public required double Clip { get; init; }

    /// <summary>R: how many rounds are open at one time. At least 1.</summary>
    public required int OverlappingRounds { get; init; }

    /// <summary>Where the rule is known from.</summary>
    public required string Source { get; init; }

    /// <summary>The return of a round whose multiplied scores add up to <paramref name="score"/>; NaN stays NaN (a gap).</summary>
    public double RoundReturn(double score) => RoundReturn(score, Factor.ForPricing);

    /// <summary>The return of a round under the factor that this round had.</summary>
    public double RoundReturn(double score, double factor) =>
        double.IsNaN(score) ? double.NaN : Math.Clamp(factor * score, -Clip, Clip);

    /// <summary>For people: <c>3 corr60 + 15 mmc60, factor 1, clip ±100 %, 64 rounds open at a time</c>.</summary>
    public string Describe()
    {
        string scores = string.Join(" + ", Multipliers.Select(m => FormattableString.Invariant($"{m.Multiplier:0.##} {m.Score}")));
        return FormattableString.Invariant(
            $"{scores}, factor {Factor.ForPricing:0.####}, clip ±{Clip * 100:0.#} %, {OverlappingRounds} rounds open at a time");
    }
}

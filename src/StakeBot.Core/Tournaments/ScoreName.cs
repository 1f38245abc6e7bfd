namespace StakeBot.Core.Tournaments;

/// <summary>The name of a score of a model in a round, such as <c>corr20</c>. Unknown names are allowed: rules are read, not coded.</summary>
/// <param name="Value">Lower case, without blanks.</param>
public readonly record struct ScoreName(string Value)
{
    /// <summary>Correlation with the 20-day target (Numerai: <c>v2_corr20</c>, <c>canon_corr</c>).</summary>
    public static ScoreName Corr20 { get; } = new("corr20");

    /// <summary>Contribution to the meta model over 20 days (Numerai: <c>mmc</c>, <c>canon_mmc</c>).</summary>
    public static ScoreName Mmc20 { get; } = new("mmc20");

    /// <summary>Correlation with the 60-day target.</summary>
    public static ScoreName Corr60 { get; } = new("corr60");

    /// <summary>Contribution to the meta model over 60 days.</summary>
    public static ScoreName Mmc60 { get; } = new("mmc60");

    /// <summary>Signals: alpha.</summary>
    public static ScoreName Alpha { get; } = new("alpha");

    /// <summary>Signals: contribution to the meta portfolio.</summary>
    public static ScoreName Mpc { get; } = new("mpc");

    /// <inheritdoc/>
    public override string ToString() => Value;
}

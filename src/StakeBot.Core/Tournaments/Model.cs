namespace StakeBot.Core.Tournaments;

/// <summary>Identifies a model at Numerai; a UUID in text, unique over all tournaments.</summary>
/// <param name="Value">The id as Numerai writes it.</param>
public readonly record struct ModelId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>One slot that submits predictions and may be staked.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Name">What people call it; a stranger's text: escape it before it is shown.</param>
/// <param name="Tournament">Where it takes part.</param>
public sealed record Model(ModelId Id, string Name, Tournament Tournament);

namespace StakeBot.Adapters.Numerai.Wire;

/// <summary>What became of the one attempt to send a mutation.</summary>
internal abstract record MutationOutcome
{
    private MutationOutcome()
    {
    }

    /// <summary>An answer came, of whatever kind.</summary>
    public sealed record Answered(GraphQlAnswer Answer) : MutationOutcome;

    /// <summary>It is certain that no byte left.</summary>
    public sealed record NotSent(string Reason) : MutationOutcome;

    /// <summary>It may have arrived, and no answer came.</summary>
    public sealed record Lost(string Reason) : MutationOutcome;
}

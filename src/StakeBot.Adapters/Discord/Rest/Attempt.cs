namespace StakeBot.Adapters.Discord.Rest;

/// <summary>What became of one try.</summary>
internal abstract record Attempt
{
    private Attempt()
    {
    }

    /// <summary>There is an answer.</summary>
    internal sealed record Answered(DiscordAnswer Answer) : Attempt;

    /// <summary>There is none.</summary>
    /// <param name="Reason">In words, with a full stop.</param>
    /// <param name="IsUnsent">Whether not a byte can have arrived.</param>
    internal sealed record Lost(string Reason, bool IsUnsent) : Attempt;
}

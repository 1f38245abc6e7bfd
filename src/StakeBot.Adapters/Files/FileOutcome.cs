namespace StakeBot.Adapters.Files;

/// <summary>What came of reading files that a person named: what they hold, or why they cannot be used.</summary>
public abstract record FileOutcome<T>
{
    private FileOutcome()
    {
    }

    /// <summary>Everything could be read.</summary>
    public sealed record Read(T Content) : FileOutcome<T>;

    /// <summary>Something is wrong, so nothing was taken.</summary>
    public sealed record Refused(FileRefusal Refusal) : FileOutcome<T>;
}

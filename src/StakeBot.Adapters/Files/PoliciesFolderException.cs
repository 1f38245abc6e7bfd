namespace StakeBot.Adapters.Files;

/// <summary>The policies cannot be used. The message has a sentence a line, each with its file and key.</summary>
public sealed class PoliciesFolderException : Exception
{
    public PoliciesFolderException(IReadOnlyList<string> problems)
        : base(string.Join('\n', problems)) => Problems = problems;

    /// <summary>Everything that is wrong, in all files.</summary>
    public IReadOnlyList<string> Problems { get; }
}

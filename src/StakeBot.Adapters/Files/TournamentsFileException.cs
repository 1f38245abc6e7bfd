namespace StakeBot.Adapters.Files;

/// <summary>The payout history cannot be used. The message has a sentence a line, each with its place in the file.</summary>
public sealed class TournamentsFileException : Exception
{
    public TournamentsFileException(IReadOnlyList<string> problems)
        : base(string.Join('\n', problems)) => Problems = problems;

    public TournamentsFileException(string problem, Exception cause)
        : base(problem, cause) => Problems = [problem];

    /// <summary>Everything that is wrong.</summary>
    public IReadOnlyList<string> Problems { get; }
}

namespace StakeBot.Bot.Execution;

/// <summary>How far a confirmed stake change goes. The badge opens every reply.</summary>
public enum ExecutionMode
{
    /// <summary>A simulated account; the default with nothing configured.</summary>
    Paper,

    /// <summary>Real reads, nothing is ever sent; the default with real data.</summary>
    DryRun,

    /// <summary>Confirmed changes are sent. Only the owner switches it on.</summary>
    Live,
}

/// <summary>What a mode is called in front of people.</summary>
public static class ExecutionModes
{
    extension(ExecutionMode mode)
    {
        /// <summary>The words inside the brackets: <c>PAPER</c>, <c>DRY RUN</c>, <c>LIVE</c>.</summary>
        public string Badge => mode switch
        {
            ExecutionMode.Paper => "PAPER",
            ExecutionMode.DryRun => "DRY RUN",
            ExecutionMode.Live => "LIVE",
            _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "Unknown mode."),
        };
    }
}

namespace StakeBot.Core.Proposals;

/// <summary>When a policy compares the stakes with its target, and when it then acts. Rounds are counted from the first staking.</summary>
public abstract record Rebalancing
{
    /// <summary>The most rounds between two looks: a year of rounds.</summary>
    public const int LongestEvery = 260;

    private Rebalancing()
    {
    }

    /// <summary>In words, to follow "rebalanced": <c>every 20 rounds</c>.</summary>
    public abstract string Describe();

    /// <summary>How many rounds lie between two looks; null when there is only the first.</summary>
    public abstract int? LooksEvery { get; }

    /// <summary>Stakes once and leaves it alone.</summary>
    public sealed record Never : Rebalancing
    {
        /// <inheritdoc/>
        public override int? LooksEvery => null;

        /// <inheritdoc/>
        public override string Describe() => "never";
    }

    /// <summary>Goes to the target by the calendar.</summary>
    /// <param name="Every">Rounds from one time to the next, 1–260; five are a week.</param>
    public sealed record Calendar(int Every) : Rebalancing
    {
        /// <inheritdoc/>
        public override int? LooksEvery => Every;

        /// <inheritdoc/>
        public override string Describe() => $"every {Rounds(Every)}";
    }

    /// <summary>Looks by the calendar, and goes to the target only when a model is further from it than the band: |w − w*| &gt; width for one of them.</summary>
    /// <param name="Width">The band, a share of the fund; above 0, below 1.</param>
    /// <param name="Every">Rounds from one look to the next, 1–260.</param>
    public sealed record Band(double Width, int Every) : Rebalancing
    {
        /// <inheritdoc/>
        public override int? LooksEvery => Every;

        /// <inheritdoc/>
        public override string Describe() =>
            FormattableString.Invariant($"when a model is more than {Width * 100:0.##} % of the fund off, looked at every {Rounds(Every)}");
    }

    /// <summary>Goes towards the target by the calendar, as far as a budget of turnover allows; the budget counts over the last window of R rounds.</summary>
    /// <param name="Budget">The greatest sum of |changes| within one window, a share of the fund; above 0, at most 2.</param>
    /// <param name="Every">Rounds from one time to the next, 1–260.</param>
    public sealed record TurnoverBudget(double Budget, int Every) : Rebalancing
    {
        /// <inheritdoc/>
        public override int? LooksEvery => Every;

        /// <inheritdoc/>
        public override string Describe() =>
            FormattableString.Invariant($"every {Rounds(Every)}, moving at most {Budget * 100:0.##} % of the fund in one window");
    }

    private static string Rounds(int count) => count == 1 ? "round" : $"{count} rounds";
}

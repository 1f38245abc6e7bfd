namespace StakeBot.Core.Allocation;

/// <summary>Why the solver stopped. There are no fallback weights: whatever is not <see cref="Solved"/> has none.</summary>
public abstract record FrontierOutcome
{
    private FrontierOutcome()
    {
    }

    /// <summary>The whole frontier, exact.</summary>
    /// <param name="Frontier">The answer.</param>
    public sealed record Solved(Frontier Frontier) : FrontierOutcome;

    /// <summary>No portfolio fulfils the constraints.</summary>
    /// <param name="Constraint">The constraint that cannot be kept, such as <c>cap</c>.</param>
    /// <param name="Message">Which one, by how much, and what would work: one sentence.</param>
    public sealed record Infeasible(string Constraint, string Message) : FrontierOutcome;

    /// <summary>The data hold too little to say anything.</summary>
    /// <param name="Have">Rounds that are there.</param>
    /// <param name="Needed">Rounds that are needed.</param>
    public sealed record TooFewRounds(int Have, int Needed) : FrontierOutcome;
}

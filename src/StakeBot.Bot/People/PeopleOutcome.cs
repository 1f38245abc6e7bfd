namespace StakeBot.Bot.People;

/// <summary>What came of a wish to change who has which role.</summary>
internal abstract record PeopleOutcome
{
    private PeopleOutcome()
    {
    }

    /// <summary>It is done, durably.</summary>
    /// <param name="Text">One sentence for people.</param>
    internal sealed record Done(string Text) : PeopleOutcome;

    /// <summary>A rule stands against it; nothing was changed.</summary>
    /// <param name="Reason">One sentence for people.</param>
    internal sealed record Refused(string Reason) : PeopleOutcome;
}

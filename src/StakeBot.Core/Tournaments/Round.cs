namespace StakeBot.Core.Tournaments;

/// <summary>Where a round is in its life.</summary>
public enum RoundState
{
    /// <summary>Has not opened yet.</summary>
    Upcoming,

    /// <summary>Takes submissions and stakes.</summary>
    Open,

    /// <summary>Closed; its scores move daily, nothing is final.</summary>
    Resolving,

    /// <summary>Final: paid or burned.</summary>
    Resolved,
}

/// <summary>One round of a tournament.</summary>
/// <param name="Tournament">The tournament.</param>
/// <param name="Number">Its number.</param>
/// <param name="State">Where it is in its life.</param>
/// <param name="Opens">When submissions open, UTC.</param>
/// <param name="Closes">When submissions and stakes close, UTC.</param>
/// <param name="Resolves">When it becomes final, UTC; expected while it is not.</param>
public sealed record Round(
    Tournament Tournament,
    RoundNumber Number,
    RoundState State,
    DateTimeOffset Opens,
    DateTimeOffset Closes,
    DateTimeOffset Resolves);

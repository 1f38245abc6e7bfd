namespace StakeBot.Core.Proposals;

/// <summary>Where one step of a proposal is: one stake change of one model.</summary>
public enum LegState
{
    /// <summary>Not begun.</summary>
    Planned,

    /// <summary>The intent is durable and the one send is under way; after a crash it counts as unknown.</summary>
    Submitting,

    /// <summary>Taken with an answer that matches; to be seen by reading.</summary>
    Submitted,

    /// <summary>Sent without a clear answer; it is settled by reading and never sent again.</summary>
    Unknown,

    /// <summary>The owner has to enter it himself.</summary>
    AwaitingUser,

    /// <summary>Reading showed it.</summary>
    Observed,

    /// <summary>It has taken effect.</summary>
    Settled,

    /// <summary>Refused in words that mean that nothing was changed.</summary>
    Rejected,

    /// <summary>Reading showed, often and late enough, that it was not taken.</summary>
    NotApplied,

    /// <summary>Reading could not tell; the owner decides.</summary>
    NeedsHuman,

    /// <summary>Not sent, because an earlier step was not clearly taken, or the proposal ended before.</summary>
    Skipped,

    /// <summary>Dry run: it would have been sent.</summary>
    Rehearsed,
}

/// <summary>What follows from a state of a step.</summary>
public static class LegStates
{
    extension(LegState state)
    {
        /// <summary>Whether nothing more is to be done for it, apart from the late watch.</summary>
        public bool IsFinal => state is LegState.Observed or LegState.Settled or LegState.Rejected or LegState.NotApplied
            or LegState.Skipped or LegState.Rehearsed;

        /// <summary>Whether the change was seen to have been taken.</summary>
        public bool WasTaken => state is LegState.Observed or LegState.Settled;
    }
}

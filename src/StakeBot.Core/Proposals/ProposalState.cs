namespace StakeBot.Core.Proposals;

/// <summary>Where a proposal is in its life.</summary>
public enum ProposalState
{
    /// <summary>Waits for confirmations.</summary>
    Pending,

    /// <summary>Confirmed; can be stopped for a few seconds before anything is sent.</summary>
    Grace,

    /// <summary>Its steps are being carried out.</summary>
    Executing,

    /// <summary>Its owner has to enter settings himself; they are looked for by reading.</summary>
    AwaitingUser,

    /// <summary>A step was sent and it is not known whether it was taken; nothing more is sent.</summary>
    Unknown,

    /// <summary>Reading could not tell; the owner decides with the evidence.</summary>
    NeedsHuman,

    /// <summary>Every step was seen to have been taken.</summary>
    Done,

    /// <summary>Some steps were taken, the rest will not be sent.</summary>
    PartlyDone,

    /// <summary>Nothing was changed: refused, not taken, or stopped by a check before sending.</summary>
    Failed,

    /// <summary>Somebody cancelled or stopped it before anything was sent.</summary>
    Cancelled,

    /// <summary>Nobody confirmed in time, or it could not be sent in time.</summary>
    Expired,

    /// <summary>The account was no longer what the proposal was made for.</summary>
    Stale,

    /// <summary>A newer proposal took its place.</summary>
    Superseded,
}

/// <summary>What follows from a state.</summary>
public static class ProposalStates
{
    extension(ProposalState state)
    {
        /// <summary>Whether it will not change any more.</summary>
        public bool IsFinal => state is ProposalState.Done or ProposalState.PartlyDone or ProposalState.Failed or ProposalState.Cancelled
            or ProposalState.Expired or ProposalState.Stale or ProposalState.Superseded;

        /// <summary>Whether it holds the account's lane: no other proposal of the account may be confirmed.</summary>
        public bool HoldsLane => state is ProposalState.Grace or ProposalState.Executing or ProposalState.Unknown or ProposalState.NeedsHuman;
    }
}

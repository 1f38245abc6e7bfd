namespace StakeBot.Bot.People;

/// <summary>What a person may do, least first: each role may do what the ones before it may.</summary>
public enum Role
{
    /// <summary>Nobody known. May ask who he is and how to join.</summary>
    Anyone,

    /// <summary>Reads.</summary>
    Viewer,

    /// <summary>Confirms and cancels proposals.</summary>
    Approver,

    /// <summary>Links keys, sets the policy, switches modes. One per account.</summary>
    Owner,
}

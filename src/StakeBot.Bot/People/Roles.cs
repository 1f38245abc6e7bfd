namespace StakeBot.Bot.People;

/// <summary>Roles as words, in front of people and in what is kept.</summary>
internal static class Roles
{
    /// <summary>The role of a word; null when it is none that a member can have.</summary>
    public static Role? Of(string word) => word switch
    {
        "viewer" => Role.Viewer,
        "approver" => Role.Approver,
        "owner" => Role.Owner,
        _ => null,
    };
}

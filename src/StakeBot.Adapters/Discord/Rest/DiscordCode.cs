namespace StakeBot.Adapters.Discord.Rest;

/// <summary>The codes in Discord's refusals that somebody acts on.</summary>
internal static class DiscordCode
{
    public const int UnknownChannel = 10003;
    public const int UnknownMessage = 10008;
    public const int UnknownWebhook = 10015;
    public const int UnknownInteraction = 10062;
    public const int OpeningDmsTooFast = 40003;
    public const int AlreadyAcknowledged = 40060;
    public const int MissingAccess = 50001;
    public const int CannotMessageUser = 50007;
    public const int MissingPermissions = 50013;
    public const int InvalidForm = 50035;
    public const int NoMutualServer = 50278;
}

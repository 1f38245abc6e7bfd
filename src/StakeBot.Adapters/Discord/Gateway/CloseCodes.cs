namespace StakeBot.Adapters.Discord.Gateway;

/// <summary>What each of Discord's close codes means for us (Discord's documentation, opcodes and status codes).</summary>
internal static class CloseCodes
{
    /// <summary>Ours, for every end but the last: with 1000 or 1001 Discord would forget the session.</summary>
    public const int Reconnecting = 4000;

    /// <summary>Ours at the end of the process: the bot is shown as offline at once.</summary>
    public const int GoingAway = 1000;

    private static readonly TimeSpan SendWindow = TimeSpan.FromSeconds(60);

    /// <summary>What follows on a close code; null: there was none, the connection just broke.</summary>
    public static GatewayEnd After(int? code) => code switch
    {
        null => new GatewayEnd(Next.Resume, "the connection broke"),
        1000 or 1001 => Ended(code, Next.NewSession, "Discord ended the session"),
        4001 or 4002 => Ended(code, Next.Resume, "Discord did not understand what it was sent"),
        4003 => Ended(code, Next.NewSession, "Discord was sent something before the session began"),
        4004 => Ended(code, Next.Never, Cures.Token),
        4005 => Ended(code, Next.NewSession, "Discord was asked twice for a session"),
        4007 => Ended(code, Next.NewSession, "Discord does not know the place to resume at"),
        4008 => Ended(code, Next.Resume, "Discord was sent too much in a minute") with { Wait = SendWindow },
        4009 => Ended(code, Next.NewSession, "the session timed out"),
        4010 or 4011 => Ended(code, Next.Never, Cures.Shards),
        4012 => Ended(code, Next.Never, Cures.Version),
        4013 or 4014 => Ended(code, Next.Never, Cures.Intents),
        _ => Ended(code, Next.Resume, $"Discord closed the connection with {code}"),
    };

    private static GatewayEnd Ended(int? code, Next next, string cause) => new(next, cause) { Code = code };
}

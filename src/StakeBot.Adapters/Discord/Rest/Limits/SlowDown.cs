using System.Text.Json;

namespace StakeBot.Adapters.Discord.Rest.Limits;

/// <summary>What an answer 429 asks for.</summary>
/// <param name="Wait">How long.</param>
/// <param name="Scope">What is to wait.</param>
internal sealed record SlowDown(TimeSpan Wait, SlowDownScope Scope)
{
    // Discord's clock and ours do not agree on when the wait began.
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Unsaid = TimeSpan.FromSeconds(1);

    /// <summary>Reads it. Without a body of Discord's it comes from what stands before Discord, and is meant for this machine as a whole.</summary>
    /// <param name="inARow">How many came in a row: who does not say how long is asked less and less often.</param>
    public static SlowDown Of(DiscordAnswer answer, int inARow)
    {
        bool isDiscords = answer.Body is { ValueKind: JsonValueKind.Object } body && body.TryGetProperty("retry_after", out _);
        TimeSpan wait = isDiscords && answer.Body!.Value.GetProperty("retry_after").TryGetDouble(out double seconds) && seconds is >= 0 and < 1e7
            ? TimeSpan.FromSeconds(seconds)
            : answer.RetryAfter ?? Unsaid * Math.Pow(2, inARow - 1);
        return new SlowDown(wait + Margin, isDiscords ? ScopeOf(answer) : SlowDownScope.Everything);
    }

    private static SlowDownScope ScopeOf(DiscordAnswer answer)
    {
        if (answer.Scope == "global" || (answer.Body!.Value.TryGetProperty("global", out JsonElement global) && global.ValueKind == JsonValueKind.True))
            return SlowDownScope.Global;
        return answer.Scope == "shared" || answer.Limit is { Remaining: > 0 } ? SlowDownScope.Request : SlowDownScope.Route;
    }
}

/// <summary>What is to wait.</summary>
internal enum SlowDownScope
{
    /// <summary>This request alone: others of its address may go on.</summary>
    Request,

    /// <summary>Its limit.</summary>
    Route,

    /// <summary>All that goes out in the bot's name.</summary>
    Global,

    /// <summary>All that this machine sends.</summary>
    Everything,
}

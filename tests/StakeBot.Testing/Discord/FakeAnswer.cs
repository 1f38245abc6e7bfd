using System.Text.Json.Nodes;

namespace StakeBot.Testing.Discord;

/// <summary>What the fake REST interface answers.</summary>
public sealed record FakeAnswer(int Status, string? Body = null)
{
    /// <summary>Headers besides.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>What is waited for before it is given; null: nothing.</summary>
    public Task? After { get; init; }

    /// <summary>What happens instead of an answer; null: nothing.</summary>
    public Exception? Fault { get; init; }

    public static FakeAnswer Ok(JsonNode body) => new(200, body.ToJsonString());

    public static FakeAnswer NoContent { get; } = new(204);

    /// <summary>One of Discord's refusals.</summary>
    public static FakeAnswer Refusal(int status, int code, string message) =>
        new(status, new JsonObject { ["code"] = code, ["message"] = message }.ToJsonString());

    /// <summary>A 429 of Discord's.</summary>
    public static FakeAnswer SlowDown(double seconds, string scope = "user", int remaining = 0) => new(
        429, new JsonObject { ["message"] = "You are being rate limited.", ["retry_after"] = seconds, ["global"] = scope == "global" }.ToJsonString())
    {
        Headers = scope == "global" ? [("X-RateLimit-Global", "true"), ("X-RateLimit-Scope", scope)] : [("X-RateLimit-Scope", scope), .. Limit("limited", 5, remaining, seconds)],
    };

    /// <summary>The same with what an answer says of its limit.</summary>
    public FakeAnswer WithLimit(string bucket, int limit, int remaining, double resetAfter) => this with { Headers = [.. Headers, .. Limit(bucket, limit, remaining, resetAfter)] };

    private static IEnumerable<(string, string)> Limit(string bucket, int limit, int remaining, double resetAfter) =>
    [
        ("X-RateLimit-Bucket", bucket),
        ("X-RateLimit-Limit", $"{limit}"),
        ("X-RateLimit-Remaining", $"{remaining}"),
        ("X-RateLimit-Reset-After", FormattableString.Invariant($"{resetAfter}")),
        // In the year 2001: whoever reads the wall clock goes wrong.
        ("X-RateLimit-Reset", "1000000000"),
    ];
}

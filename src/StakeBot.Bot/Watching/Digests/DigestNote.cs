using System.Globalization;
using System.Text.Json;

namespace StakeBot.Bot.Watching.Digests;

/// <summary>The body of an outgoing digest: whose and for which day. Its text is made when it is sent.</summary>
/// <param name="Person">Whose it is.</param>
/// <param name="Day">The local date, <c>yyyy-MM-dd</c>.</param>
/// <param name="Missed">How many before it were not sent.</param>
/// <param name="DueAt">When it should be sent.</param>
internal sealed record DigestNote(string Person, string Day, int Missed, DateTimeOffset DueAt)
{
    public const string Kind = "digest";

    public DateOnly Date => DateOnly.ParseExact(Day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public string Write() => JsonSerializer.Serialize(new { kind = Kind, person = Person, day = Day, missed = Missed, dueMs = DueAt.ToUnixTimeMilliseconds() });

    public static DigestNote Read(JsonElement body) => new(
        body.GetProperty("person").GetString()!,
        body.GetProperty("day").GetString()!,
        body.GetProperty("missed").GetInt32(),
        DateTimeOffset.FromUnixTimeMilliseconds(body.GetProperty("dueMs").GetInt64()));
}

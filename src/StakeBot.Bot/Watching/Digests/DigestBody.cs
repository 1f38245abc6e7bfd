using System.Globalization;
using System.Text.Json;

namespace StakeBot.Bot.Watching.Digests;

/// <summary>What a due digest needs to know.</summary>
/// <param name="Person">Whose it is.</param>
/// <param name="Missed">How many before it were not sent, because nobody was there to send them.</param>
internal sealed record DigestBody(string Person, int Missed)
{
    private const string Format = "yyyy-MM-dd";

    /// <summary>The local date of the one before; null before the first.</summary>
    public DateOnly? Last { get; init; }

    public string Write() => JsonSerializer.Serialize(new { person = Person, missed = Missed, last = Last?.ToString(Format, CultureInfo.InvariantCulture) });

    public static DigestBody Read(string body)
    {
        JsonElement json = JsonElement.Parse(body);
        return new DigestBody(json.GetProperty("person").GetString()!, json.GetProperty("missed").GetInt32())
        {
            Last = json.TryGetProperty("last", out JsonElement last) && last.GetString() is { } day ? DateOnly.ParseExact(day, Format, CultureInfo.InvariantCulture) : null,
        };
    }
}

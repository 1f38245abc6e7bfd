using System.Text.Json;

namespace StakeBot.Bot.Watching.Digests;

/// <summary>What a due digest needs to know.</summary>
/// <param name="Person">Whose it is.</param>
/// <param name="Missed">How many before it were not sent, because nobody was there to send them.</param>
internal sealed record DigestBody(string Person, int Missed)
{
    public string Write() => JsonSerializer.Serialize(new { person = Person, missed = Missed });

    public static DigestBody Read(string body)
    {
        JsonElement json = JsonElement.Parse(body);
        return new DigestBody(json.GetProperty("person").GetString()!, json.GetProperty("missed").GetInt32());
    }
}

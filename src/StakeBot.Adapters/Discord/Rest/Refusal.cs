using System.Text.Json;

namespace StakeBot.Adapters.Discord.Rest;

/// <summary>Makes the exception of a refusal, with Discord's own words where they hold no token.</summary>
internal static class Refusal
{
    private const int LongestWords = 300;

    public static DiscordRefusedException Of(DiscordRequest request, DiscordAnswer answer, string token)
    {
        (int? code, string? words) = Read(answer.Body);
        string said = words is null || words.Contains(token, StringComparison.Ordinal) || (request.Route.Secret is { } secret && words.Contains(secret, StringComparison.Ordinal))
            ? ""
            : $": {words}";
        return new DiscordRefusedException(
            $"Discord refused {request.Route} with {(int)answer.Status}{(code is null ? "" : $", code {code}")}{said}", answer.Status, code);
    }

    private static (int? Code, string? Words) Read(JsonElement? body)
    {
        if (body is not { ValueKind: JsonValueKind.Object } refusal)
            return (null, null);
        int? code = refusal.TryGetProperty("code", out JsonElement number) && number.ValueKind == JsonValueKind.Number && number.TryGetInt32(out int value) && value != 0 ? value : null;
        string? words = refusal.TryGetProperty("message", out JsonElement message) && message.ValueKind == JsonValueKind.String ? message.GetString() : null;
        string? wrong = refusal.TryGetProperty("errors", out JsonElement errors) ? errors.GetRawText() : null;
        string all = wrong is null ? words ?? "" : $"{words} {wrong}";
        return (code, all.Length switch
        {
            0 => null,
            > LongestWords => all[..LongestWords],
            _ => all,
        });
    }
}

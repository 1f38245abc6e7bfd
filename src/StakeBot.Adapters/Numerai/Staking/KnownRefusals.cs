using StakeBot.Adapters.Numerai.Wire;

namespace StakeBot.Adapters.Numerai.Staking;

/// <summary>Errors that are known to come before anything is applied. A text that is not here proves nothing.</summary>
internal static class KnownRefusals
{
    private static readonly (string Start, string Reason)[] Known =
    [
        ("Your session is invalid or has expired", "Numerai does not accept the key that may stake."),
        ("Insufficient permission for ", "The key lacks the scope for staking."),
        ("Cannot query field ", "Numerai does not know the request any more."),
        ("In argument ", "Numerai did not understand the request."),
        ("Argument ", "Numerai did not understand the request."),
        ("Unknown argument ", "Numerai did not understand the request."),
    ];

    /// <summary>Why nothing was applied; null when that is not certain.</summary>
    public static string? Reason(GraphQlAnswer answer)
    {
        if (answer.Status >= 500 || answer.Errors.Count == 0 || answer.Data is { } data && data.EnumerateObject().Any(field => field.Value.ValueKind != System.Text.Json.JsonValueKind.Null))
            return null;
        string?[] reasons = [.. answer.Errors.Select(error => Known.FirstOrDefault(known => error.StartsWith(known.Start, StringComparison.Ordinal)).Reason)];
        return reasons.Contains(null) ? null : $"{reasons[0]} Nothing was changed.";
    }
}

using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Files;

/// <summary>How files name a tournament: by its name or by its number.</summary>
internal static class TournamentNames
{
    public const string Known = "8 (Classic), 11 (Signals) or 12 (Crypto)";

    public static Tournament? Read(string text) => text.ToLowerInvariant() switch
    {
        "8" or "classic" => Tournament.Classic,
        "11" or "signals" => Tournament.Signals,
        "12" or "crypto" => Tournament.Crypto,
        _ => null,
    };

    public static string Lower(this Tournament tournament) => tournament.ToString().ToLowerInvariant();
}

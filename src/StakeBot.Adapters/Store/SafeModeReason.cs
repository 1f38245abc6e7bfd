using System.Text.Json;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Adapters.Store;

/// <summary>Why the store is in safe mode: every reason once, as long as there is room.</summary>
internal static class SafeModeReason
{
    private const int MostCharacters = 1000;

    /// <summary>What the journal keeps of it.</summary>
    public static JournalEntry Entry(string reason, DateTimeOffset at) => new(
        at, "store", "safe-mode-entered", "stakebot", JsonSerializer.Serialize(new Dictionary<string, string> { ["why"] = reason }));

    public static string Join(string? before, string reason)
    {
        if (before is null)
            return reason.Length > MostCharacters ? reason[..MostCharacters] : reason;
        return before.Contains(reason, StringComparison.Ordinal) || before.Length + reason.Length >= MostCharacters ? before : $"{before} {reason}";
    }
}

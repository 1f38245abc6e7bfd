using System.Collections.Frozen;

namespace StakeBot.Adapters.Telegram;

/// <summary>
/// What may be given in a group, decided here and nowhere else. A group is read by people without a role, so: what a fund decides together
/// (proposals, pausing), how it stands, and help. Everything else, reading, settings, records and keys, is for a private conversation.
/// </summary>
internal static class GroupCommands
{
    /// <summary>What a group's menu shows.</summary>
    public static readonly FrozenSet<string> Menu = new[] { "status", "proposals", "help" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Decisions =
        new[] { "propose", "rebalance", "confirm", "cancel", "pause", "resume" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a command may be given where several people read.</summary>
    public static bool Allow(string name) => Menu.Contains(name) || Decisions.Contains(name);
}

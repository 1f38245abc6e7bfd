using LiteDB;

namespace StakeBot.Adapters.Store.Lite;

/// <summary>One step of the file's format, forward only, in one transaction.</summary>
/// <param name="To">The format that it leads to.</param>
/// <param name="Apply">Changes everything that is another in the new format; runs inside a transaction.</param>
internal sealed record StoreMigration(int To, Action<LiteDatabase> Apply)
{
    /// <summary>The format of an empty file that this program makes without any migration.</summary>
    public const int First = 1;

    /// <summary>All steps since the first format, in order.</summary>
    public static IReadOnlyList<StoreMigration> All { get; } = [];
}

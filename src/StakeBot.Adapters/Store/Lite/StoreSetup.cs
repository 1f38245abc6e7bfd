namespace StakeBot.Adapters.Store.Lite;

/// <summary>What an embedded store is opened with; tests put their own in.</summary>
internal sealed record StoreSetup(string Folder, TimeProvider Time)
{
    /// <summary>The data file's name.</summary>
    public string Name { get; init; } = "stakebot.db";

    /// <summary>The data file.</summary>
    public string File => Path.Combine(Folder, Name);

    /// <summary>Bytes set aside, for the owner to delete when the disk is full.</summary>
    public long BallastBytes { get; init; } = 16L << 20;

    /// <summary>Bytes free on the folder's disk.</summary>
    public Func<long>? FreeBytes { get; init; }

    /// <summary>From the first format to today's, in order.</summary>
    public IReadOnlyList<StoreMigration> Migrations { get; init; } = StoreMigration.All;

    /// <summary>Called at named points of a write; a test throws there.</summary>
    public Action<WritePoint>? At { get; init; }
}

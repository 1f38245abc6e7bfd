using LiteDB;
using Microsoft.Extensions.Time.Testing;
using StakeBot.Adapters.Store;
using StakeBot.Adapters.Store.Lite;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Testing;

namespace StakeBot.Adapters.Tests.Store;

/// <summary>The embedded store in a folder of its own, which goes away with it.</summary>
internal sealed class OpenLiteStore : OpenStore
{
    private FolderLock _lock;

    public OpenLiteStore(Func<StoreSetup, StoreSetup>? change = null)
    {
        Folder = ScratchFolder.New();
        StoreSetup plain = new(Folder, Time) { BallastBytes = 0 };
        Setup = change?.Invoke(plain) ?? plain;
        _lock = FolderLock.Take(Folder);
        Lite = new LiteStore(Setup);
    }

    public FakeTimeProvider Time { get; } = new(Some.Moment);

    public string Folder { get; }

    public StoreSetup Setup { get; set; }

    public LiteStore Lite { get; private set; }

    public override IStakeStore Store => Lite;

    public override IOutbox Outbox => Lite.Outbox;

    public override IInboxLog Inbox => Lite.Inbox;

    public override IDueWork Due => Lite.Due;

    public override ILeadership Leadership => new FolderLeadership(_lock);

    public override IBackup Backup => Lite.Backup;

    public override void Restart()
    {
        Close();
        Reopen();
    }

    /// <summary>Starts it again after <see cref="Close"/>.</summary>
    public void Reopen()
    {
        _lock = FolderLock.Take(Folder);
        Lite = new LiteStore(Setup);
    }

    /// <summary>Ends it, has something done to its file behind its back, and starts it again.</summary>
    public void Damage(Action<LiteDatabase> change)
    {
        Lite.Dispose();
        using (LiteDatabase file = LiteFile.Open(Setup.File))
            change(file);
        Lite = new LiteStore(Setup);
    }

    /// <summary>Ends it; its folder is free.</summary>
    public void Close()
    {
        Lite.Dispose();
        _lock.Dispose();
    }

    public override void Dispose()
    {
        Close();
        Directory.Delete(Folder, recursive: true);
    }
}

using Microsoft.Extensions.Time.Testing;
using StakeBot.Adapters.Store.Memory;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Testing;

namespace StakeBot.Adapters.Tests.Store;

/// <summary>The store in memory; a restart is nothing to it.</summary>
internal sealed class OpenMemoryStore : OpenStore
{
    private readonly MemoryStore _store = new(new FakeTimeProvider(Some.Moment));

    public override IStakeStore Store => _store;

    public override IOutbox Outbox => _store.Outbox;

    public override IInboxLog Inbox => _store.Inbox;

    public override IDueWork Due => _store.Due;

    public override ILeadership Leadership => _store.Leadership;

    public override IBackup Backup => _store.Backup;

    public override void Restart()
    {
    }

    public override void Dispose()
    {
    }
}

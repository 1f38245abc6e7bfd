using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Adapters.Tests.Store;

/// <summary>A store in the hands of a test.</summary>
internal abstract class OpenStore : IDisposable
{
    public abstract IStakeStore Store { get; }

    public abstract IOutbox Outbox { get; }

    public abstract IInboxLog Inbox { get; }

    public abstract IDueWork Due { get; }

    public abstract ILeadership Leadership { get; }

    public abstract IBackup Backup { get; }

    /// <summary>Ends it and starts it again, where there is something to start again.</summary>
    public abstract void Restart();

    public abstract void Dispose();
}

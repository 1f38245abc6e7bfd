using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Adapters.Store.Lite;

/// <summary>Something to be done on the store's thread.</summary>
internal abstract class StoreWork
{
    /// <summary>Does it.</summary>
    public abstract void Do(Func<LiteSession> session);

    /// <summary>Tells who waits that it is done.</summary>
    public abstract void Tell();

    /// <summary>Tells who waits that it failed.</summary>
    public abstract void Tell(StoreUnavailableException failed);
}

/// <summary>Work with an answer.</summary>
internal sealed class StoreWork<T>(Func<LiteSession, T> work, CancellationToken ct) : StoreWork
{
    // Whoever waits goes on elsewhere, never on the store's thread.
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _done;
    private T? _result;

    public Task<T> Answer => _answer.Task;

    public override void Do(Func<LiteSession> session)
    {
        if (ct.IsCancellationRequested)
            return;
        _result = work(session());
        _done = true;
    }

    public override void Tell()
    {
        if (_done)
            _answer.SetResult(_result!);
        else
            _answer.SetCanceled(ct);
    }

    public override void Tell(StoreUnavailableException failed) => _answer.SetException(failed);
}

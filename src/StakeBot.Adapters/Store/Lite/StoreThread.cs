using System.Threading.Channels;
using StakeBot.Adapters.Store.Chain;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Adapters.Store.Lite;

/// <summary>
/// The one thread that has the data file. Everybody else hands it work and awaits the answer. The database is only sound on a plain thread of its own:
/// from the thread pool, or beside a second thread, it lost what it had acknowledged.
/// </summary>
internal sealed class StoreThread : IDisposable
{
    private const int MostWaiting = 256;

    private readonly Channel<StoreWork> _waiting = Channel.CreateBounded<StoreWork>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
    private readonly SemaphoreSlim _handedIn = new(0);
    private readonly StoreSetup _setup;
    private readonly Thread _thread;
    private LiteSession? _session;
    private ChainHead _acknowledged = ChainHead.Start;
    private volatile string? _safeMode;

    public StoreThread(StoreSetup setup)
    {
        _setup = setup;
        _thread = new Thread(Run) { IsBackground = true, Name = "StakeBot store" };
        _thread.Start();
    }

    /// <summary>Why the store is in safe mode, as of the newest work done.</summary>
    public string? SafeMode => _safeMode;

    /// <summary>Has work done on the thread. Cancelling takes back what has not begun; what has begun is finished and answered.</summary>
    /// <exception cref="StoreUnavailableException">It failed, or the store is closed.</exception>
    public async Task<T> DoAsync<T>(Func<LiteSession, T> work, CancellationToken ct)
    {
        StoreWork<T> handedIn = new(work, ct);
        try
        {
            await _waiting.Writer.WriteAsync(handedIn, ct).ConfigureAwait(false);
        }
        catch (ChannelClosedException closed)
        {
            throw new StoreUnavailableException("The store is closed.", closed);
        }
        _handedIn.Release();
        return await handedIn.Answer.ConfigureAwait(false);
    }

    /// <summary>Closes the file and opens it again; what is in it is looked at anew.</summary>
    public LiteSession Reopen()
    {
        Close();
        return Session();
    }

    /// <summary>Ends the thread when everything that was handed in is done.</summary>
    public void Dispose()
    {
        if (!_waiting.Writer.TryComplete())
            return;
        _handedIn.Release();
        _thread.Join();
        _handedIn.Dispose();
    }

    private void Run()
    {
        do
        {
            _handedIn.Wait();
            while (_waiting.Reader.TryRead(out StoreWork? work))
                Do(work);
        }
        while (!_waiting.Reader.Completion.IsCompleted);
        Close();
    }

    private void Do(StoreWork work)
    {
        try
        {
            work.Do(Session);
            if (_session is not null)
                Know(_session);
            work.Tell();
        }
        catch (StoreUnavailableException unavailable)
        {
            work.Tell(unavailable);
        }
        catch (Exception failed)
        {
            // Whatever it was, the database may now believe things that are not on the disk: the next work begins with what is there.
            Close();
            work.Tell(new StoreUnavailableException($"The store failed ({failed.Message.TrimEnd('.')}). What was asked may have been written all the same.", failed));
        }
    }

    private LiteSession Session()
    {
        if (_session is null)
        {
            _session = LiteSession.Open(_setup, _acknowledged);
            Know(_session);
        }
        return _session;
    }

    private void Know(LiteSession session)
    {
        _safeMode = session.SafeMode;
        _acknowledged = session.Head;
    }

    private void Close()
    {
        LiteSession? session = _session;
        _session = null;
        try
        {
            session?.Dispose();
        }
        catch (Exception failed) when (failed is not OutOfMemoryException)
        {
            // Closing tries to write once more, which fails where the write before has failed. What matters is read from the file when it is opened again.
        }
    }
}

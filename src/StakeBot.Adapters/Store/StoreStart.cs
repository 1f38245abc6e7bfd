using StakeBot.Adapters.Store.Lite;

namespace StakeBot.Adapters.Store;

/// <summary>Opens the durable store before anything relies on it.</summary>
public sealed class StoreStart
{
    private readonly LiteStore _store;

    internal StoreStart(LiteStore store) => _store = store;

    /// <summary>Opens its file, takes it to today's format and looks at everything in it.</summary>
    /// <exception cref="StoreStartException">It cannot be used.</exception>
    public Task OpenAsync(CancellationToken ct) => _store.OpenAsync(ct);
}

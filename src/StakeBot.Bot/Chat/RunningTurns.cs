using System.Collections.Concurrent;

namespace StakeBot.Bot.Chat;

/// <summary>The commands that are being worked on, so that the person who gave one can stop it.</summary>
public sealed class RunningTurns
{
    private readonly ConcurrentDictionary<ChatAddress, CancellationTokenSource> _running = new();

    /// <summary>Stops what is being worked on in a conversation.</summary>
    /// <returns>Whether there was something to stop.</returns>
    public bool Stop(ChatAddress address)
    {
        if (!_running.TryGetValue(address, out CancellationTokenSource? turn))
            return false;
        try
        {
            turn.Cancel();
            return true;
        }
        catch (ObjectDisposedException)
        {
            return false;
        }
    }

    /// <summary>Enters a turn; the source is cancelled by <see cref="Stop"/> or with <paramref name="ct"/>.</summary>
    internal CancellationTokenSource Begin(ChatAddress address, CancellationToken ct) =>
        _running[address] = CancellationTokenSource.CreateLinkedTokenSource(ct);

    /// <summary>Ends it.</summary>
    internal void End(ChatAddress address, CancellationTokenSource turn)
    {
        _running.TryRemove(new KeyValuePair<ChatAddress, CancellationTokenSource>(address, turn));
        turn.Dispose();
    }
}

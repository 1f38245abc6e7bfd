using System.Collections.Concurrent;

namespace StakeBot.Bot.Chat;

/// <summary>The commands that are being worked on, so that the person who gave one can stop it.</summary>
public sealed class RunningTurns
{
    // Several people of one conversation can each have one.
    private readonly ConcurrentDictionary<CancellationTokenSource, ChatAddress> _running = new();

    /// <summary>Stops what is being worked on in a conversation.</summary>
    /// <returns>Whether there was something to stop.</returns>
    public bool Stop(ChatAddress address)
    {
        bool stopped = false;
        foreach ((CancellationTokenSource turn, ChatAddress where) in _running)
            stopped |= where == address && TryCancel(turn);
        return stopped;
    }

    /// <summary>Enters a turn; the source is cancelled by <see cref="Stop"/> or with <paramref name="ct"/>.</summary>
    internal CancellationTokenSource Begin(ChatAddress address, CancellationToken ct)
    {
        CancellationTokenSource turn = CancellationTokenSource.CreateLinkedTokenSource(ct);
        _running[turn] = address;
        return turn;
    }

    /// <summary>Ends it.</summary>
    internal void End(CancellationTokenSource turn)
    {
        _running.TryRemove(turn, out _);
        turn.Dispose();
    }

    private static bool TryCancel(CancellationTokenSource turn)
    {
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
}

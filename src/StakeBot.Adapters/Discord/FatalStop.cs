namespace StakeBot.Adapters.Discord;

/// <summary>Why nothing may be sent to Discord any more, neither by its gateway nor by REST, until a person has mended it and started again.</summary>
internal sealed class FatalStop : IDisposable
{
    private readonly CancellationTokenSource _stopped = new();
    private string? _reason;

    /// <summary>The reason with its cure; null while all is well.</summary>
    public string? Reason => Volatile.Read(ref _reason);

    /// <summary>Cancelled once there is a reason.</summary>
    public CancellationToken Token => _stopped.Token;

    /// <summary>Stops everything; the first reason stays.</summary>
    /// <returns>Whether this was the first.</returns>
    public bool Stop(string reason)
    {
        if (Interlocked.CompareExchange(ref _reason, reason, null) is not null)
            return false;
        _stopped.Cancel();
        return true;
    }

    public void Dispose() => _stopped.Dispose();
}

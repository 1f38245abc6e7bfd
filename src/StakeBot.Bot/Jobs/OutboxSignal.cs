namespace StakeBot.Bot.Jobs;

/// <summary>Tells the sender of outgoing messages that there is something to send now. Whoever stored a message for now wakes it.</summary>
public sealed class OutboxSignal
{
    private TaskCompletionSource _next = New();

    /// <summary>Completes with the next wake. Taken before the outbox is looked at, so that no wake is missed.</summary>
    internal Task Next => Volatile.Read(ref _next).Task;

    /// <summary>Has the outbox looked at now.</summary>
    public void Wake() => Interlocked.Exchange(ref _next, New()).TrySetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

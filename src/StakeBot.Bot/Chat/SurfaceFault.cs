namespace StakeBot.Bot.Chat;

/// <summary>What makes going on pointless: a configured platform that will never let this bot in. The process ends with it and says why.</summary>
public sealed class SurfaceFault
{
    private string? _reason;

    /// <summary>What is wrong and what cures it, in sentences for the console; null while nothing is.</summary>
    public string? Reason => Volatile.Read(ref _reason);

    /// <summary>Notes it; the first reason stays.</summary>
    public void Report(string reason) => Interlocked.CompareExchange(ref _reason, reason, null);
}

namespace StakeBot.Adapters.Discord.Gateway;

/// <summary>How long to wait before the next connection.</summary>
internal static class Backoff
{
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan FirstResume = TimeSpan.FromSeconds(1);

    /// <param name="failures">Connections in a row that did not last.</param>
    /// <param name="end">How the last one ended.</param>
    /// <param name="random">From 0 to 1.</param>
    public static TimeSpan After(int failures, GatewayEnd end, double random)
    {
        TimeSpan wait = failures switch
        {
            0 when end.IsAskedFor => TimeSpan.Zero,
            0 when end.Next == Next.Resume => FirstResume * random,
            _ => TimeSpan.FromSeconds(Math.Min(Longest.TotalSeconds, Math.Pow(2, Math.Min(failures, 30)))) * (0.5 + (random / 2)),
        };
        return wait > end.Wait ? wait : end.Wait;
    }
}

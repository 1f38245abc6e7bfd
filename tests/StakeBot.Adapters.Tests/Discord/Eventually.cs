using StakeBot.Testing.Discord;

namespace StakeBot.Adapters.Tests.Discord;

/// <summary>Waits for what other threads are about to do, without a clock.</summary>
internal static class Eventually
{
    public static async Task So(Func<Task<bool>> so, string what)
    {
        using CancellationTokenSource enough = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        try
        {
            await Guard.Soon(LookAsync(so, enough.Token), () => $"It never came true: {what}.");
        }
        finally
        {
            await enough.CancelAsync();
        }
    }

    public static Task So(Func<bool> so, string what) => So(() => Task.FromResult(so()), what);

    private static async Task LookAsync(Func<Task<bool>> so, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested && !await so())
            await Task.Yield();
    }
}

using System.Diagnostics;
using System.Globalization;
using StakeBot.StoreVictim.Digesting;

namespace StakeBot.Adapters.Tests.Watching;

/// <summary>A process that sends the digests that are due, until it is killed.</summary>
internal sealed class DigestVictim : IDisposable
{
    private readonly Process _process;

    private DigestVictim(ProcessStartInfo start) => _process = Process.Start(start)!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static DigestVictim Start(string folder, DateTimeOffset at, string screens) => new(VictimProcess.Of(
        folder,
        DigestLife.Name,
        at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
        screens));

    /// <summary>Kills it some spins after it has opened its store and shown as many digests.</summary>
    public async Task KillAsync(int shown, int spins)
    {
        for (int said = 0; said <= shown; said++)
            Assert.NotNull(await _process.StandardOutput.ReadLineAsync(Ct));
        Thread.SpinWait(spins);
        _process.Kill();
        await _process.WaitForExitAsync(Ct);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}

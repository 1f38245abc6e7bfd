using System.Diagnostics;
using System.Globalization;

namespace StakeBot.Adapters.Tests.Store.Lite;

/// <summary>A process that writes into a store until it is killed.</summary>
internal sealed class Victim : IDisposable
{
    private const string Acknowledged = "acknowledged ";
    private readonly Process _process;

    private Victim(ProcessStartInfo start) => _process = Process.Start(start)!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static Victim In(string folder) => new(VictimProcess.Of(folder));

    /// <summary>One whose files cannot outgrow a size: the write that would do it fails, as on a full disk.</summary>
    public static Victim In(string folder, int mostKilobytes)
    {
        ProcessStartInfo start = VictimProcess.Quiet(
            new("/bin/sh", ["-c", $"trap '' XFSZ; ulimit -f {mostKilobytes * 2}; exec dotnet \"$0\" \"$1\"", VictimProcess.Program, folder]));
        // Otherwise the runtime keeps its code in a file in memory, which counts.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        return new Victim(start);
    }

    /// <summary>Kills it a moment after it has acknowledged as many transitions as are asked for.</summary>
    /// <returns>The last transition that it acknowledged.</returns>
    public async Task<long> KillAsync(int acknowledgements, int spins)
    {
        long last = await LastAcknowledgedAsync(acknowledgements);
        Thread.SpinWait(spins);
        _process.Kill();
        return Math.Max(last, await LastAcknowledgedAsync(int.MaxValue));
    }

    /// <summary>Everything that it says until it ends.</summary>
    public async Task<(int ExitCode, string[] Lines)> EndAsync()
    {
        string output = await _process.StandardOutput.ReadToEndAsync(Ct);
        await _process.WaitForExitAsync(Ct);
        return (_process.ExitCode, output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The number in the last whole line that acknowledges.</summary>
    public static long LastAcknowledged(IEnumerable<string> lines) => lines
        .Where(line => line.StartsWith(Acknowledged, StringComparison.Ordinal))
        .Select(line => long.Parse(line.AsSpan(Acknowledged.Length), CultureInfo.InvariantCulture))
        .LastOrDefault();

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    public Task WaitUntilItHasWrittenAsync() => LastAcknowledgedAsync(1);

    private async Task<long> LastAcknowledgedAsync(int acknowledgements)
    {
        long last = 0;
        for (int seen = 0; seen < acknowledgements && await _process.StandardOutput.ReadLineAsync(Ct) is { } line;)
        {
            // A killed process may leave half a line: the half of 1234 is no acknowledgement of 12, and the whole one was before it.
            if (LastAcknowledged([line]) is var number and > 0 && (last == 0 || number == last + 1))
            {
                last = number;
                seen++;
            }
        }
        return last;
    }
}

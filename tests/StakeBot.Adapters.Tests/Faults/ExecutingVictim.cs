using System.Diagnostics;
using System.Globalization;
using StakeBot.Bot.Execution;
using StakeBot.NumeraiFake;

namespace StakeBot.Adapters.Tests.Faults;

/// <summary>A process that confirms and executes one stake change, until it is killed: by a failpoint of its own, or from outside.</summary>
internal sealed class ExecutingVictim : IDisposable
{
    private readonly Process _process;

    private ExecutingVictim(ProcessStartInfo start) => _process = Process.Start(start)!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static ExecutingVictim Start(ExecutionUnderFaults at, decimal by, string? failpoint = null, string? screen = null)
    {
        ProcessStartInfo start = VictimProcess.Of(
        [
            at.Folder,
            at.Server.Address.ToString(),
            FakeToken.Staking.PublicId,
            FakeToken.Staking.Secret,
            ExecutionUnderFaults.Model.Id.Value,
            ExecutionUnderFaults.Model.Name,
            at.Time.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
            by.ToString(CultureInfo.InvariantCulture),
            .. screen is null ? (string[])[] : [screen],
        ]);
        start.Environment["DOTNET_TieredPGO"] = "0";
        if (failpoint is not null)
            start.Environment[Failpoints.Variable] = $"{failpoint}:kill";
        return new ExecutingVictim(start);
    }

    /// <summary>Everything that it says until it is dead.</summary>
    public async Task<string[]> DiesAsync()
    {
        string output = await _process.StandardOutput.ReadToEndAsync(Ct);
        await _process.WaitForExitAsync(Ct);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Kills it some spins after it has said as many lines.</summary>
    public async Task<string[]> KillAsync(int lines, int spins)
    {
        List<string> said = [];
        while (said.Count < lines && await _process.StandardOutput.ReadLineAsync(Ct) is { } line)
            said.Add(line);
        Thread.SpinWait(spins);
        _process.Kill();
        return [.. said, .. await DiesAsync()];
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}

using System.Diagnostics;

namespace StakeBot.Host.Tests;

/// <summary>The program as it serves, on any free port of this machine.</summary>
internal sealed class RunningBot : IAsyncDisposable
{
    private readonly Process _process;

    private RunningBot(Process process, Uri address, string said)
    {
        _process = process;
        Address = address;
        Said = said;
    }

    /// <summary>What it printed before the address.</summary>
    public string Said { get; }

    /// <summary>The address that it printed, token and all.</summary>
    public Uri Address { get; }

    /// <summary>Its working directory.</summary>
    public string Folder => _process.StartInfo.WorkingDirectory;

    public static Task<RunningBot> StartAsync(params string[] words) => StartAsync(Stakebot.Start(words));

    /// <summary>In a folder of the caller's, where another run may have been before.</summary>
    public static Task<RunningBot> StartInAsync(string folder)
    {
        ProcessStartInfo start = Stakebot.Start();
        start.WorkingDirectory = folder;
        return StartAsync(start);
    }

    public static async Task<RunningBot> StartAsync(ProcessStartInfo start)
    {
        CancellationToken ct = TestContext.Current.CancellationToken;
        string said = "";
        start.Environment["Web__Port"] = "0";
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        Process process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync(ct) is { } line)
        {
            if (line.StartsWith("Open ", StringComparison.Ordinal))
                return new RunningBot(process, new Uri(line["Open ".Length..]), said);
            if (line.StartsWith("The local web chat is closed", StringComparison.Ordinal))
                throw new InvalidOperationException("The bot has no local chat: Web__Chat=true opens it beside a platform.");
            said += line + "\n";
        }
        string error = await process.StandardError.ReadToEndAsync(ct);
        throw new InvalidOperationException($"The bot printed no address and ended: {error}");
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }
}

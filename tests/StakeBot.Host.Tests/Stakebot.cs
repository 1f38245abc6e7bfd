using System.Diagnostics;
using StakeBot.Testing;

namespace StakeBot.Host.Tests;

/// <summary>The built program, run as a person would from a console.</summary>
internal static class Stakebot
{
    public static ProcessStartInfo Start(params string[] words)
    {
        ProcessStartInfo start = new("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = ScratchFolder.New(),
        };
        // What a test kills would leave the runtime's own files in the machine's temporary folder.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "stakebot.dll"));
        foreach (string word in words)
            start.ArgumentList.Add(word);
        // A runtime that is killed leaves the files of its diagnostics behind.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        return start;
    }

    public static Task<Ended> RunAsync(params string[] words) => RunAsync(Start(words));

    public static async Task<Ended> RunAsync(ProcessStartInfo start)
    {
        CancellationToken ct = TestContext.Current.CancellationToken;
        using Process process = Process.Start(start)!;
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(ct);
            Task<string> error = process.StandardError.ReadToEndAsync(ct);
            await process.WaitForExitAsync(ct);
            return new Ended(process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }
    }

    /// <summary>How it ended and what it printed.</summary>
    internal sealed record Ended(int ExitCode, string Output, string Error);
}

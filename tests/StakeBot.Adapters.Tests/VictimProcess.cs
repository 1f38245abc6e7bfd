using System.Diagnostics;

namespace StakeBot.Adapters.Tests;

/// <summary>How a process is started that a test kills.</summary>
internal static class VictimProcess
{
    public static string Program => Path.Combine(AppContext.BaseDirectory, "StakeBot.StoreVictim.dll");

    public static ProcessStartInfo Of(params string[] arguments) => Quiet(new ProcessStartInfo("dotnet", [Program, .. arguments]));

    /// <summary>What it says is read, and a kill leaves nothing of the runtime's own in the machine's temporary folder.</summary>
    public static ProcessStartInfo Quiet(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        return start;
    }
}

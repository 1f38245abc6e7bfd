using System.Diagnostics;

namespace StakeBot.Bot.Execution;

/// <summary>
/// Places where tests break the program: <c>STAKEBOT_FAILPOINT=after-send:kill</c>. Without that variable nothing happens. Actions: <c>kill</c> ends the
/// process at once, <c>throw</c> raises an error, <c>freeze</c> waits until the process is killed.
/// </summary>
internal sealed class Failpoints(string? setting)
{
    public const string Variable = "STAKEBOT_FAILPOINT";

    private readonly (string Name, string Action)? _armed = Parse(setting);

    /// <summary>No place is broken.</summary>
    public static Failpoints None { get; } = new(null);

    public static Failpoints FromEnvironment() => new(Environment.GetEnvironmentVariable(Variable));

    public Task HitAsync(string name, CancellationToken ct)
    {
        if (_armed is not { } armed || armed.Name != name)
            return Task.CompletedTask;
        switch (armed.Action)
        {
            case "kill":
                Process.GetCurrentProcess().Kill();
                return Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, ct);
            case "freeze":
                return Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, ct);
            default:
                throw new InvalidOperationException($"Failpoint {name}.");
        }
    }

    private static (string, string)? Parse(string? setting) => setting?.Split(':') is [var name, var action] ? (name, action) : null;
}

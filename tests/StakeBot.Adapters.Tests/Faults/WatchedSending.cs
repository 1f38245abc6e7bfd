using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using StakeBot.Adapters.Numerai.Keys;
using StakeBot.Adapters.Numerai.Staking;
using StakeBot.Adapters.Numerai.Wire;
using StakeBot.Adapters.Tests.Numerai;
using StakeBot.Bot.Ports.Staking;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Tests.Faults;

/// <summary>The real client, at which a test does something between the claim and the sending, or whose line for changes leads nowhere.</summary>
internal sealed class WatchedSending
{
    /// <summary>What happens before anything is sent.</summary>
    public Func<Task>? Before { get; set; }

    /// <summary>What happens once it was sent.</summary>
    public Action? After { get; set; }

    /// <summary>How many of the next tries find no connection.</summary>
    public int Unreachable { get; set; }

    public void Register(IServiceCollection services) => services.AddSingleton<ILegacyStakes>(provider => new Line(
        this,
        ActivatorUtilities.CreateInstance<LegacyStakes>(provider),
        new LegacyStakes(
            new NumeraiMutations(Options.Create(NumeraiUnderTest.Settings(Nowhere())), provider.GetRequiredService<Pacing>(), provider.GetRequiredService<TimeProvider>()),
            provider.GetRequiredService<EvidenceReading>(),
            provider.GetRequiredService<INumeraiKeys>(),
            provider.GetRequiredService<StakingRight>())));

    // A port that was free a moment ago: the connection is refused.
    private static Uri Nowhere()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://{listener.LocalEndpoint}");
    }

    private sealed class Line(WatchedSending watch, LegacyStakes real, LegacyStakes nowhere) : ILegacyStakes
    {
        public async Task<StakeChangeAnswer> SendAsync(StakeChangeOrder order, CancellationToken ct)
        {
            await (watch.Before?.Invoke() ?? Task.CompletedTask);
            StakeChangeAnswer answer = await (watch.Unreachable-- > 0 ? nowhere : real).SendAsync(order, ct);
            watch.After?.Invoke();
            return answer;
        }

        public Task<StakeEvidence> ReadAsync(Model model, CancellationToken ct) => real.ReadAsync(model, ct);
    }
}

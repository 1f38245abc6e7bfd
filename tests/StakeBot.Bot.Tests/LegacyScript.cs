using Microsoft.Extensions.DependencyInjection;
using StakeBot.Bot.Ports;
using StakeBot.Bot.Ports.Staking;
using StakeBot.Core.Money;
using StakeBot.Core.Tournaments;

namespace StakeBot.Bot.Tests;

/// <summary>Numerai's side of Legacy stake changes, as a test writes it: what it answers, what it applies, and what can be read afterwards.</summary>
internal sealed class LegacyScript(TimeProvider time) : ILegacyStakes
{
    private readonly Dictionary<ModelId, PendingStakeChange> _pending = [];

    /// <summary>Answers the next change; without it, it is accepted and applied.</summary>
    public Func<StakeChangeOrder, StakeChangeAnswer>? Answers { get; set; }

    /// <summary>Whether it can be read.</summary>
    public bool IsReadable { get; set; } = true;

    /// <summary>NMR in the wallet.</summary>
    public Nmr Wallet { get; set; } = new(18.20m);

    /// <summary>Every change that arrived.</summary>
    public List<StakeChangeOrder> Received { get; } = [];

    /// <summary>Every change that was applied.</summary>
    public List<StakeChangeOrder> Applied { get; } = [];

    /// <summary>Registers one on the bot's clock.</summary>
    public static void Add(IServiceCollection services) => services
        .AddSingleton<LegacyScript>()
        .AddSingleton<ILegacyStakes>(provider => provider.GetRequiredService<LegacyScript>());

    /// <summary>What an answer waits for.</summary>
    public Func<Task>? Before { get; set; }

    public async Task<StakeChangeAnswer> SendAsync(StakeChangeOrder order, CancellationToken ct)
    {
        Received.Add(order);
        await (Before?.Invoke() ?? Task.CompletedTask);
        return Answers?.Invoke(order) ?? Apply(order);
    }

    /// <summary>Applies a change, now or late.</summary>
    public StakeChangeAnswer Apply(StakeChangeOrder order)
    {
        Applied.Add(order);
        _pending[order.Model.Id] = new PendingStakeChange($"r{Applied.Count}", order.Kind, order.Amount, time.GetUtcNow(), time.GetUtcNow().AddDays(30), "pending");
        if (order.Kind == StakeChangeKind.Increase)
            Wallet -= order.Amount;
        return new StakeChangeAnswer.Accepted($"r{Applied.Count}", order.Amount, time.GetUtcNow().AddDays(30), new string('a', 64));
    }

    /// <summary>Enters a change that somebody else made.</summary>
    public void Enter(Model model, StakeChangeKind kind, decimal amount, string id = "other") =>
        _pending[model.Id] = new PendingStakeChange(id, kind, new Nmr(amount), time.GetUtcNow(), time.GetUtcNow().AddDays(30), "pending");

    /// <summary>A request is taken back at numer.ai.</summary>
    public void TakeBack(Model model) => _pending.Remove(model.Id);

    public Task<StakeEvidence> ReadAsync(Model model, CancellationToken ct) => IsReadable
        ? Task.FromResult(new StakeEvidence(model, new Nmr(15), _pending.GetValueOrDefault(model.Id), [], Wallet, Nmr.Zero, time.GetUtcNow()))
        : throw new NumeraiUnavailableException("Numerai did not answer.");
}

using StakeBot.Bot.Ports;
using StakeBot.Bot.Secrets;

namespace StakeBot.Testing;

/// <summary>What Numerai says of keys, as a test writes it down by public id; it can be out of reach.</summary>
public sealed class FakeKeyCheck : IKeyCheck
{
    /// <summary>What it knows.</summary>
    public Dictionary<string, KeyFacts> Known { get; } = [];

    /// <summary>What every question throws; nothing when it answers.</summary>
    public Exception? Fault { get; set; }

    /// <summary>How often it was asked.</summary>
    public int Asked { get; private set; }

    public Task<KeyFacts?> CheckAsync(NumeraiKey key, CancellationToken ct)
    {
        Asked++;
        return Fault is null ? Task.FromResult(Known.GetValueOrDefault(key.PublicId)) : Task.FromException<KeyFacts?>(Fault);
    }
}

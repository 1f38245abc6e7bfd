using StakeBot.Bot.Ports;
using StakeBot.Core.Risk;
using StakeBot.Core.Tournaments;

namespace StakeBot.Testing;

/// <summary>Models of others that a test writes down, each as a panel of its own.</summary>
public sealed class FakePublicModels(params ScorePanel[] panels) : IPublicModels
{
    /// <summary>What a look-up throws; nothing when it answers.</summary>
    public Exception? Fault { get; set; }

    public Task<PublicModel?> FindAsync(string name, Tournament? tournament, CancellationToken ct) => Fault is null
        ? Task.FromResult(panels
            .Where(panel => panel.Models[0].Name.Equals(name, StringComparison.OrdinalIgnoreCase) && (tournament is null || panel.Tournament == tournament))
            .Select(panel => new PublicModel(panel.Models[0], panel))
            .FirstOrDefault())
        : Task.FromException<PublicModel?>(Fault);
}

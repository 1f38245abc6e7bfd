using StakeBot.Bot.Ports;
using StakeBot.Core.Risk;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Files;

/// <summary>Models with scores that no line of the stakes file lists: they may be anybody's, so they can be watched.</summary>
/// <param name="panels">The scores.</param>
/// <param name="unlisted">The models that are not listed.</param>
public sealed class FilePublicModels(IReadOnlyList<ScorePanel> panels, IReadOnlySet<ModelId> unlisted) : IPublicModels
{
    /// <inheritdoc/>
    public Task<PublicModel?> FindAsync(string name, Tournament? tournament, CancellationToken ct) => Task.FromResult(
        panels
            .Where(panel => tournament is null || panel.Tournament == tournament)
            .OrderBy(panel => panel.Tournament)
            .Select(panel => Find(panel, name))
            .FirstOrDefault(found => found is not null));

    private PublicModel? Find(ScorePanel panel, string name)
    {
        for (int i = 0; i < panel.Models.Count; i++)
        {
            if (panel.Models[i].Name.Equals(name, StringComparison.OrdinalIgnoreCase) && unlisted.Contains(panel.Models[i].Id))
                return new PublicModel(panel.Models[i], panel.OfModel(i));
        }
        return null;
    }
}

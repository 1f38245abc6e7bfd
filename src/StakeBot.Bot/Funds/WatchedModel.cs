using StakeBot.Core.Tournaments;

namespace StakeBot.Bot.Funds;

/// <summary>A model of somebody else that is looked at as if it could be staked.</summary>
/// <param name="Name">Its name, as its owner writes it.</param>
/// <param name="Tournament">Where it takes part.</param>
public sealed record WatchedModel(string Name, Tournament Tournament)
{
    /// <summary>Its key in the store; names are the same in any case of letters.</summary>
    public string Key => $"{Tournament.ToString().ToLowerInvariant()}/{Name.ToLowerInvariant()}";

    /// <summary>Whether that is the model.</summary>
    public bool Is(Model model) => model.Tournament == Tournament && model.Name.Equals(Name, StringComparison.OrdinalIgnoreCase);
}

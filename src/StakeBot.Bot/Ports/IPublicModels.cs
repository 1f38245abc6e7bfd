using StakeBot.Core.Tournaments;

namespace StakeBot.Bot.Ports;

/// <summary>Models that do not belong to the account, with the scores that everybody can see.</summary>
public interface IPublicModels
{
    /// <summary>Looks a model up by its name, in any case of letters; null when there is none that is not the account's own.</summary>
    /// <param name="name">The name.</param>
    /// <param name="tournament">Only there; null for the first tournament that knows the name: Classic, Signals, Crypto.</param>
    /// <exception cref="NumeraiUnavailableException">It cannot be looked up now.</exception>
    Task<PublicModel?> FindAsync(string name, Tournament? tournament, CancellationToken ct);
}

using StakeBot.Bot.Secrets;

namespace StakeBot.Bot.Ports;

/// <summary>What Numerai says of a key.</summary>
/// <param name="Username">Whose account it opens.</param>
/// <param name="Scopes">What it may do, in Numerai's words such as <c>read_user_info</c>.</param>
public sealed record KeyFacts(string Username, IReadOnlyList<string> Scopes);

/// <summary>Asks Numerai about a key before it is kept.</summary>
public interface IKeyCheck
{
    /// <summary>What the key opens; null when Numerai does not take it.</summary>
    /// <exception cref="NumeraiUnavailableException">Numerai did not answer: nothing is known of the key.</exception>
    Task<KeyFacts?> CheckAsync(NumeraiKey key, CancellationToken ct);
}

namespace StakeBot.Bot.Ports;

/// <summary>What the keys in use may do, linked or configured. Never the keys themselves.</summary>
public interface ITokenInfo
{
    /// <summary>Asks Numerai about both keys.</summary>
    /// <exception cref="NumeraiUnavailableException">It cannot be read now.</exception>
    Task<TokenFacts> ReadTokensAsync(CancellationToken ct);
}

/// <summary>The two keys.</summary>
/// <param name="Reading">The key for reading; null when there is none.</param>
/// <param name="Staking">The key that may stake; null when there is none.</param>
public sealed record TokenFacts(TokenFact? Reading, TokenFact? Staking);

/// <summary>One key.</summary>
/// <param name="Account">Whose it is; null when Numerai does not accept it.</param>
/// <param name="Name">What its owner called it; a stranger's text.</param>
/// <param name="Scopes">What it may do, in Numerai's words.</param>
public sealed record TokenFact(string? Account, string? Name, IReadOnlyList<string> Scopes);

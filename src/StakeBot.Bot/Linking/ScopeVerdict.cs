using StakeBot.Bot.Ports;

namespace StakeBot.Bot.Linking;

/// <summary>Whether a key fits its use, by its scopes.</summary>
/// <param name="Refusal">Why it is not taken; null when it is.</param>
/// <param name="Warnings">What its owner should know all the same, a sentence each.</param>
public sealed record ScopeVerdict(string? Refusal, IReadOnlyList<string> Warnings)
{
    private const string Delete = "delete";
    private const string Stake = "stake";
    private const string ReadUser = "read_user_info";
    private const string ReadSubmissions = "read_submission_info";
    private const string Web3 = "web3_staking";

    private static readonly string[] MoreThanNeeded = ["upload_submission", "write_user_info", "download_submission"];

    /// <summary>Judges a key. The less it can do, the less a thief can.</summary>
    public static ScopeVerdict Of(KeyUse use, KeyFacts facts)
    {
        bool Has(string scope) => facts.Scopes.Contains(scope, StringComparer.Ordinal);
        if (Has(Delete))
            return new ScopeVerdict($"This key may delete (scope {Delete}), which I never need. Make one without it.", []);
        if (use == KeyUse.Staking && !Has(Stake))
            return new ScopeVerdict($"This key cannot change stakes: its scope {Stake} is missing.", []);
        if (use == KeyUse.Reading && !Has(ReadUser))
            return new ScopeVerdict($"This key cannot read the account: its scope {ReadUser} is missing.", []);
        return new ScopeVerdict(null, [.. WarningsOf(use, Has)]);
    }

    private static IEnumerable<string> WarningsOf(KeyUse use, Func<string, bool> has)
    {
        string[] more = [.. MoreThanNeeded.Where(has)];
        if (more.Length > 0)
            yield return $"It may do more than I need ({string.Join(", ", more)}). A key without that is safer.";
        if (use == KeyUse.Reading && has(Stake))
            yield return $"It may also change stakes (scope {Stake}). I use it for reading only; a reading key without that is safer.";
        if (use == KeyUse.Reading && !has(ReadSubmissions))
            yield return $"Without the scope {ReadSubmissions}, the history of submissions cannot be read.";
        if (use == KeyUse.Reading && !has(Web3))
            yield return $"Without the scope {Web3} the account cannot be read: Numerai then does not tell which tournaments are staked on chain.";
    }
}

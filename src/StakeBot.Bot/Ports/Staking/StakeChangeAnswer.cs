using StakeBot.Core.Money;

namespace StakeBot.Bot.Ports.Staking;

/// <summary>What became of a change that was sent.</summary>
public abstract record StakeChangeAnswer
{
    private StakeChangeAnswer()
    {
    }

    /// <summary>Numerai took it, and said the same change back.</summary>
    /// <param name="RequestId">Numerai's id of the request; null when it gave none.</param>
    /// <param name="Amount">The amount that it said.</param>
    /// <param name="Due">When it takes effect; null when it did not say.</param>
    /// <param name="ResponseHash">SHA-256 of the answer, hex.</param>
    public sealed record Accepted(string? RequestId, Nmr Amount, DateTimeOffset? Due, string ResponseHash) : StakeChangeAnswer;

    /// <summary>Numerai refused it in words that are known to mean that nothing was changed.</summary>
    /// <param name="Reason">Why, one sentence without secrets.</param>
    /// <param name="ResponseHash">SHA-256 of the answer, hex.</param>
    public sealed record Refused(string Reason, string ResponseHash) : StakeChangeAnswer;

    /// <summary>It is certain that no byte of it left: no name, no connection, no TLS, or it was too late to begin.</summary>
    /// <param name="Reason">Why, one sentence.</param>
    public sealed record NotSent(string Reason) : StakeChangeAnswer;

    /// <summary>Anything else: it may have been applied or not, now or later. Only reading can tell.</summary>
    /// <param name="Reason">What happened, one sentence.</param>
    /// <param name="ResponseHash">SHA-256 of the answer, hex; null when there was none.</param>
    public sealed record Doubtful(string Reason, string? ResponseHash) : StakeChangeAnswer;
}

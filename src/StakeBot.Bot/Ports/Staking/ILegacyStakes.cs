using StakeBot.Core.Tournaments;

namespace StakeBot.Bot.Ports.Staking;

/// <summary>The one way in which a Legacy stake change leaves for Numerai, and the way to see afterwards whether it arrived.</summary>
public interface ILegacyStakes
{
    /// <summary>Sends a change exactly once. Whatever happens, it is not sent again: an answer that is not clear is <see cref="StakeChangeAnswer.Doubtful"/>.</summary>
    Task<StakeChangeAnswer> SendAsync(StakeChangeOrder order, CancellationToken ct);

    /// <summary>What Numerai says of one model's stake and of the wallet, read anew.</summary>
    /// <exception cref="NumeraiUnavailableException">It cannot be read now.</exception>
    Task<StakeEvidence> ReadAsync(Model model, CancellationToken ct);

    /// <summary>Why no change can be sent today, one sentence; null when one can.</summary>
    /// <exception cref="NumeraiUnavailableException">It cannot be found out now.</exception>
    Task<string?> WhyNotAsync(CancellationToken ct) => Task.FromResult<string?>(null);
}

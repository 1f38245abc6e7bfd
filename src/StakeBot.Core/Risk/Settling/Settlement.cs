using StakeBot.Core.Money;

namespace StakeBot.Core.Risk.Settling;

/// <summary>What open rounds will pay or burn, in NMR; negative is a burn.</summary>
/// <param name="Expected">The expectation.</param>
/// <param name="Deviation">Standard error of the prediction, with what is not known of the mean.</param>
/// <param name="Low">Lower end of the 90 % interval.</param>
/// <param name="High">Upper end of the 90 % interval.</param>
/// <param name="HalfLow">Lower end of the interval that holds half of the outcomes.</param>
/// <param name="HalfHigh">Its upper end.</param>
/// <param name="Bad">The bad case: the mean of the worst outcomes, 1 in 20 unless the policy says otherwise.</param>
/// <param name="Worst">The worst that the payout rules allow from here.</param>
public sealed record Settlement(Nmr Expected, Nmr Deviation, Nmr Low, Nmr High, Nmr HalfLow, Nmr HalfHigh, Nmr Bad, Nmr Worst)
{
    /// <summary>Nothing is open.</summary>
    public static Settlement Nothing { get; } = new(Nmr.Zero, Nmr.Zero, Nmr.Zero, Nmr.Zero, Nmr.Zero, Nmr.Zero, Nmr.Zero, Nmr.Zero);
}

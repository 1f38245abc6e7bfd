using StakeBot.Core.Money;
using StakeBot.Core.Stakes;

namespace StakeBot.Core.Risk;

/// <summary>
/// The present stakes as shares of the part of the fund whose risk is known: exposure over equity less what is staked on models that are left out,
/// so that those models are neither risk nor idle NMR.
/// </summary>
/// <param name="Weights">One per column of the history, twins added.</param>
/// <param name="LeftOut">NMR on models without a column.</param>
public sealed record PresentWeights(double[] Weights, Nmr LeftOut)
{
    /// <summary>Whether nothing with a history is staked.</summary>
    public bool IsEmpty => Array.TrueForAll(Weights, weight => weight == 0);

    /// <summary>The share that is idle, in the wallet or to be claimed; below 0 when settings ask for more NMR than there is.</summary>
    public double Idle => 1 - Weights.Sum();

    /// <summary>Weighs the stakes of a snapshot.</summary>
    public static PresentWeights Of(StakeSnapshot snapshot, FundHistory history)
    {
        Nmr leftOut = snapshot.Stakes.Where(stake => history.ColumnOf(stake.Model.Id) is null).Select(stake => stake.Exposure).Total;
        return new PresentWeights(FundRisk.Weigh(snapshot.Stakes, history, snapshot.Equity - leftOut), leftOut);
    }
}

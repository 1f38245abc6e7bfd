using StakeBot.Core.Money;
using StakeBot.Core.Risk;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Core.Proposals.Planning;

/// <summary>A target portfolio in NMR per model: a column's share of the part of the fund whose risk is known, split among twins by their present stake.</summary>
public static class TargetAmounts
{
    /// <summary>NMR wanted on each model that has a column; models without one are not named.</summary>
    /// <param name="snapshot">The account.</param>
    /// <param name="history">The history whose columns the shares belong to.</param>
    /// <param name="weights">One share per column, of equity less what lies on models without a column.</param>
    public static IReadOnlyDictionary<ModelId, Nmr> Of(StakeSnapshot snapshot, FundHistory history, IReadOnlyList<double> weights)
    {
        Nmr assessed = snapshot.Equity - PresentWeights.Of(snapshot, history).LeftOut;
        Dictionary<ModelId, Nmr> amounts = [];
        foreach (IGrouping<int, Stake> column in snapshot.Stakes.Where(stake => history.ColumnOf(stake.Model.Id) is not null).GroupBy(stake => history.ColumnOf(stake.Model.Id)!.Value))
        {
            Stake[] twins = [.. column];
            Nmr whole = assessed.Times(weights[column.Key]);
            Nmr present = twins.Select(stake => stake.Exposure).Total;
            foreach (Stake stake in twins)
                amounts[stake.Model.Id] = present == Nmr.Zero ? whole / twins.Length : whole.Times(stake.Exposure.ShareOf(present));
        }
        return amounts;
    }
}

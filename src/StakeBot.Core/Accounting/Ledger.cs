using StakeBot.Core.Money;
using StakeBot.Core.Tournaments;

namespace StakeBot.Core.Accounting;

/// <summary>Append-only facts, oldest first; balances are folds over them.</summary>
public sealed class Ledger(IReadOnlyList<LedgerEntry> entries)
{
    /// <summary>A ledger without entries.</summary>
    public static Ledger Empty { get; } = new([]);

    /// <summary>Every entry, oldest first.</summary>
    public IReadOnlyList<LedgerEntry> Entries { get; } = entries;

    /// <summary>Payouts less burns of the newest <paramref name="rounds"/> resolved rounds; with the number of rounds that it really covers.</summary>
    public (Nmr Result, int Rounds) OfNewestRounds(int rounds)
    {
        HashSet<(Tournament, RoundNumber)> newest = [.. Newest(rounds)];
        return (Entries.Where(entry => newest.Contains((entry.Model.Tournament, entry.Round))).Select(entry => entry.Change).Total, Span(newest));
    }

    /// <summary>Payouts less burns of one model in the newest <paramref name="rounds"/> resolved rounds of its tournament.</summary>
    public Nmr OfModel(ModelId model, int rounds)
    {
        HashSet<(Tournament, RoundNumber)> newest = [.. Newest(rounds)];
        return Entries
            .Where(entry => entry.Model.Id == model && newest.Contains((entry.Model.Tournament, entry.Round)))
            .Select(entry => entry.Change).Total;
    }

    private IEnumerable<(Tournament, RoundNumber)> Newest(int rounds) =>
        Entries
            .Select(entry => (entry.Model.Tournament, entry.Round))
            .Distinct()
            .GroupBy(pair => pair.Tournament)
            .SelectMany(group => group.OrderByDescending(pair => pair.Round).Take(rounds));

    /// <summary>
    /// How far the account is below its peak by what rounds paid and burned alone: (peak − now) / peak, a share of at least 0. The account's value before
    /// each entry is the value now less everything after it, so deposits and withdrawals are taken as having been there all along.
    /// </summary>
    /// <param name="equity">The account's equity now, NMR.</param>
    /// <param name="since">How far back peaks count.</param>
    public double DrawdownOf(Nmr equity, DateTimeOffset since)
    {
        Nmr value = equity, peak = equity;
        // Entries of one moment happen together: no peak lies between them.
        foreach (IGrouping<DateTimeOffset, LedgerEntry> moment in Entries.Where(entry => entry.At >= since).GroupBy(entry => entry.At).OrderByDescending(moment => moment.Key))
        {
            value -= moment.Select(entry => entry.Change).Total;
            peak = Nmr.Max(peak, value);
        }
        return peak > Nmr.Zero ? (peak - equity).ShareOf(peak) : 0;
    }

    private static int Span(HashSet<(Tournament Tournament, RoundNumber Round)> rounds) =>
        rounds.Count == 0 ? 0 : rounds.GroupBy(pair => pair.Tournament).Max(group => group.Count());
}

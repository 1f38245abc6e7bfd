using StakeBot.Core.Accounting;
using StakeBot.Core.Risk;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Numerai.Reading;

/// <summary>A number that changes with everything that a reading says, but not with the time at which it was read (FNV-1a, 64 bits).</summary>
internal static class Fingerprint
{
    private const ulong Basis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    public static ulong Of(AccountReading reading, StakeSnapshot snapshot)
    {
        ulong hash = Add(Basis, $"{snapshot.Account} {snapshot.Wallet.Amount}");
        foreach (string note in snapshot.Notes)
            hash = Add(hash, note);
        foreach (TournamentStakes tournament in snapshot.Tournaments)
            hash = Add(hash, $"{tournament.Tournament} {tournament.Regime} {tournament.CurrentRound} {tournament.OverlappingRounds} {Words(tournament.Unclaimed)} {tournament.OnChain}");
        foreach (Stake stake in snapshot.Stakes)
        {
            hash = Add(hash, $"{stake.Model} {Words(stake)} {stake.PayoutPending.Amount} {stake.MissedSubmissions}");
            foreach (OpenPosition position in stake.Positions)
                hash = Add(hash, $"{position.Round} {position.AtRisk.Amount}");
        }
        foreach (TournamentState state in reading.States)
            hash = Add(hash, $"{state.Rule.Describe()} {state.Rule.Factor} {state.ResolvedThrough}");
        foreach (LedgerEntry entry in reading.Ledger.Entries)
            hash = Add(hash, $"{entry.Model.Id} {entry.Round} {entry.Change.Amount}");
        foreach (ScorePanel panel in reading.Panels.OrderBy(pair => pair.Key).Select(pair => pair.Value))
            hash = Add(hash, panel);
        return hash;
    }

    private static string Words(UnclaimedStakes? unclaimed) =>
        unclaimed is null ? "" : $"{unclaimed.Staker} {unclaimed.Amount.Amount} {unclaimed.Count} {unclaimed.Oldest}";

    private static string Words(Stake stake) => stake switch
    {
        Stake.Legacy legacy => $"{legacy.Staked.Amount} {legacy.PendingRelease.Amount} {legacy.PendingIncrease.Amount} {legacy.ReleaseDue}",
        Stake.Atomic atomic => $"{atomic.Setting.PerRound.Amount} {atomic.InRounds.Amount} {atomic.OpenRounds}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static ulong Add(ulong hash, ScorePanel panel)
    {
        foreach ((RoundNumber round, int days) in panel.ScoredDays.OrderBy(pair => pair.Key))
            hash = Add(hash, $"{round} {days}");
        foreach (ScoreName name in panel.Names.OrderBy(name => name.Value, StringComparer.Ordinal))
        {
            hash = Add(hash, name.Value);
            for (int t = 0; t < panel.Rounds.Count; t++)
            {
                for (int i = 0; i < panel.Models.Count; i++)
                    hash = Add(hash, unchecked((ulong)BitConverter.DoubleToInt64Bits(panel[name, t, i])));
            }
        }
        return hash;
    }

    private static ulong Add(ulong hash, string text)
    {
        foreach (char letter in text)
            hash = Add(hash, letter);
        return Add(hash, 0);
    }

    private static ulong Add(ulong hash, ulong value) => unchecked((hash ^ value) * Prime);
}

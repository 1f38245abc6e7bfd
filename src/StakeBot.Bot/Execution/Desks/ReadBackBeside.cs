using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.Ports.Staking;
using StakeBot.Core.Money;
using StakeBot.Core.Proposals;
using StakeBot.Core.Proposals.Planning;

namespace StakeBot.Bot.Execution.Desks;

/// <summary>
/// Judges a reading where other steps of ours changed the account too, which happens around a step that counts as not taken: the same change may have
/// been proposed again and made. What another step did is never taken for this one's doing.
/// </summary>
internal static class ReadBackBeside
{
    /// <summary>Judges it.</summary>
    /// <param name="leg">The step that is looked for.</param>
    /// <param name="now">The reading.</param>
    /// <param name="others">The steps that changed the account, or may have, since it was sent.</param>
    public static ReadBack Judge(Leg leg, StakeEvidence now, IReadOnlyList<Leg> others)
    {
        List<PendingStakeChange> theirs = [];
        foreach (Leg other in others.Where(other => other.Change.Model.Id == leg.Change.Model.Id).OrderBy(other => other.RequestId is null))
        {
            if (EntryOf(other, now, [leg.RequestId, .. theirs.Select(entry => entry.Id)]) is { } entry)
                theirs.Add(entry);
            else if (other.State != LegState.Settled)
                return new ReadBack.Unclear($"step {other.Number} of {other.Proposal.Code} is on its way too", IsPassing: true);
        }
        StakeEvidence before = others.Where(other => other.State == LegState.Settled).Aggregate(leg.Baseline!, After);
        before = before with { Scheduled = [.. before.Scheduled, .. theirs] };
        ReadBack[] judged = [.. Holding(before, others).Select(baseline => ReadBack.Judge(leg.Order, baseline, now, leg.SentAt!.Value, leg.RequestId))];
        return judged.OfType<ReadBack.Taken>().FirstOrDefault() ?? judged.OfType<ReadBack.Clean>().FirstOrDefault() ?? judged[0];
    }

    private static PendingStakeChange? EntryOf(Leg other, StakeEvidence now, HashSet<string?> taken) => ReadBack.Entries(now).FirstOrDefault(entry =>
        other.RequestId is { } id
            ? entry.Id == id
            : other.State != LegState.Settled && other.Change is StakeChange.Transfer && IsAlike(entry, other.Order) && (entry.Id is null || !taken.Contains(entry.Id)));

    private static bool IsAlike(PendingStakeChange entry, StakeChangeOrder order) => entry.Kind == order.Kind && entry.Amount == order.Amount;

    private static StakeEvidence After(StakeEvidence before, Leg settled)
    {
        Nmr staked = settled.Change.Lowers ? -settled.Change.Moved : settled.Change.Moved;
        return before with
        {
            Wallet = before.Wallet - staked,
            Staked = settled.Change.Model.Id == before.Model.Id ? before.Staked + staked : before.Staked,
        };
    }

    // Numerai does not say whether an increase that is on its way is still in the wallet, gone from it, or told as held.
    private static IEnumerable<StakeEvidence> Holding(StakeEvidence before, IReadOnlyList<Leg> others)
    {
        Nmr increases = others.Where(other => other.State != LegState.Settled && !other.Change.Lowers).Aggregate(Nmr.Zero, (sum, other) => sum + other.Change.Moved);
        yield return before;
        if (increases == Nmr.Zero)
            yield break;
        yield return before with { Wallet = before.Wallet - increases };
        yield return before with { Wallet = before.Wallet - increases, Held = before.Held + increases };
    }
}

using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.Ports.Staking;
using StakeBot.Core.Money;
using StakeBot.Core.Proposals;

namespace StakeBot.Bot.Execution.Desks;

/// <summary>
/// Judges a reading where other steps of ours changed the account too: a step that counts as not taken may have been proposed again and made, and one
/// that was taken before may have taken effect meanwhile. What another step did is never taken for this one's doing.
/// </summary>
internal static class ReadBackBeside
{
    /// <summary>Judges it.</summary>
    /// <param name="leg">The step that is looked for.</param>
    /// <param name="now">The reading.</param>
    /// <param name="others">The other steps of the account that were taken, or may have been.</param>
    public static ReadBack Judge(Leg leg, StakeEvidence now, IReadOnlyList<Leg> others)
    {
        Leg[] since = [.. others.Where(other => IsSince(leg, other))];
        List<PendingStakeChange> theirs = [];
        foreach (Leg other in since.Where(other => other.Change.Model.Id == leg.Change.Model.Id).OrderBy(other => other.RequestId is null))
        {
            PendingStakeChange? entry = EntryOf(other, now, [leg.RequestId, .. theirs.Select(entry => entry.Id)]);
            if (entry is null && other.State != LegState.Settled)
                return new ReadBack.Unclear($"step {other.Number} of {other.Proposal.Code} is on its way too", IsPassing: true);
            if (entry is not null && !IsAlike(entry, other.Order))
                return new ReadBack.Unclear($"Numerai's request of step {other.Number} of {other.Proposal.Code} is {entry.Amount.Amount:0.####} NMR, {other.Order.Amount.Amount:0.####} were sent");
            if (entry is not null)
                theirs.Add(entry);
        }
        StakeEvidence before = since.Where(other => other.State == LegState.Settled).Aggregate(leg.Baseline!, After);
        before = before with { Scheduled = [.. before.Scheduled, .. theirs] };
        IEnumerable<StakeEvidence> baselines = Holding(before, since);
        Leg[] arrived = [.. others.Except(since).Where(other => other.Due > leg.Baseline!.ReadAt && other.Due <= now.ReadAt)];
        if (arrived.Length > 0)
            baselines = baselines.SelectMany(baseline => Arriving(baseline, arrived));
        ReadBack[] judged = [.. baselines.Select(baseline => ReadBack.Judge(leg.Order, baseline, now, leg.SentAt!.Value, leg.RequestId))];
        return judged.OfType<ReadBack.Taken>().FirstOrDefault() ?? judged.OfType<ReadBack.Clean>().FirstOrDefault() ?? judged[0];
    }

    /// <summary>Whether the request of a step that was taken is still told.</summary>
    public static bool IsListed(Leg leg, StakeEvidence now) => EntryOf(leg, now, []) is not null;

    // What came before it in its own proposal was clear before it was sent.
    private static bool IsSince(Leg leg, Leg other) =>
        (other.Proposal != leg.Proposal || other.Number > leg.Number) && !(other.OutcomeAt < leg.SentAt);

    // By its id; the account's schedule tells requests without one.
    private static PendingStakeChange? EntryOf(Leg other, StakeEvidence now, HashSet<string?> taken)
    {
        if (other.RequestId is { } id && ReadBack.Entries(now).FirstOrDefault(entry => entry.Id == id) is { } named)
            return named;
        return other.State == LegState.Settled ? null : ReadBack.Entries(now).FirstOrDefault(entry =>
            IsAlike(entry, other.Order) && (entry.Id is null || (other.RequestId is null && !taken.Contains(entry.Id))));
    }

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
    private static IEnumerable<StakeEvidence> Holding(StakeEvidence before, IReadOnlyList<Leg> since)
    {
        Nmr increases = since.Where(other => other.State != LegState.Settled && !other.Change.Lowers).Select(other => other.Change.Moved).Total;
        return increases == Nmr.Zero
            ? [before]
            : [before, before with { Wallet = before.Wallet - increases }, before with { Wallet = before.Wallet - increases, Held = before.Held + increases }];
    }

    // Steps that were on their way when it was sent and have come in since: an increase leaves what held it, a release comes into the wallet.
    private static IEnumerable<StakeEvidence> Arriving(StakeEvidence before, IReadOnlyList<Leg> arrived)
    {
        Nmr increases = arrived.Where(other => !other.Change.Lowers).Select(other => other.Change.Moved).Total;
        Nmr releases = arrived.Where(other => other.Change.Lowers).Select(other => other.Change.Moved).Total;
        StakeEvidence[] held = [before, before with { Held = before.Held - increases }, before with { Wallet = before.Wallet - increases }];
        return held.SelectMany<StakeEvidence, StakeEvidence>(evidence => [evidence, evidence with { Wallet = evidence.Wallet + releases }]).Distinct();
    }
}

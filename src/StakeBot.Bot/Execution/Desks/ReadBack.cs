using StakeBot.Bot.Ports.Staking;
using StakeBot.Core.Money;

namespace StakeBot.Bot.Execution.Desks;

/// <summary>What a reading says of a change that was sent, compared with the reading before anything left.</summary>
internal abstract record ReadBack
{
    // Numerai's words are not told anywhere; a request with one of these in its status is not on its way.
    private static readonly string[] Dead = ["cancel", "fail", "reject", "error", "expire"];

    private ReadBack()
    {
    }

    /// <summary>It was taken.</summary>
    /// <param name="RequestId">Numerai's id of the request; null where it gives none.</param>
    /// <param name="Due">When it takes effect; null where Numerai does not say.</param>
    /// <param name="IsListed">Whether the request was read; false where the amounts alone show it.</param>
    public sealed record Taken(string? RequestId, DateTimeOffset? Due, bool IsListed) : ReadBack;

    /// <summary>The account is as it was before.</summary>
    public sealed record Clean : ReadBack;

    /// <summary>Something changed, and it cannot be told whether it was this.</summary>
    /// <param name="Reason">What was seen, words for the owner.</param>
    /// <param name="IsPassing">Whether a later reading can tell: another step of ours is on its way.</param>
    public sealed record Unclear(string Reason, bool IsPassing = false) : ReadBack;

    /// <summary>Judges a reading.</summary>
    /// <param name="order">What was sent.</param>
    /// <param name="before">The reading before.</param>
    /// <param name="now">The reading now.</param>
    /// <param name="sentAt">When it was sent.</param>
    /// <param name="requestId">Numerai's id, when its answer had one.</param>
    public static ReadBack Judge(StakeChangeOrder order, StakeEvidence before, StakeEvidence now, DateTimeOffset sentAt, string? requestId)
    {
        PendingStakeChange[] known = [.. Entries(before)];
        PendingStakeChange[] fresh = Distinct([.. Entries(now).Where(entry => !known.Any(old => IsSame(old, entry)))]);
        if (requestId is not null && Entries(now).FirstOrDefault(entry => entry.Id == requestId) is { } ours)
        {
            return ours.Kind == order.Kind && ours.Amount == order.Amount
                ? new Taken(requestId, ours.Due, true)
                : new Unclear($"Numerai's request {Words(ours)} is not what was sent ({Words(order)})");
        }
        PendingStakeChange[] matching = [.. fresh.Where(entry => Matches(entry, order, sentAt))];
        if (matching.Length == 1 && fresh.Length == 1)
            return new Taken(matching[0].Id, matching[0].Due, true);
        if (fresh.Length > 1)
            return new Unclear($"{fresh.Length} new requests are there: {string.Join(", ", fresh.Select(Words))}");
        if (fresh.Length == 1)
            return new Unclear($"a new request is there, but not the one that was sent: {Words(fresh[0])}");
        return WithoutEntry(order, before, now);
    }

    // A stake grows and shrinks with every round that resolves, so a moved stake alone says nothing; moved NMR in the wallet does.
    private static ReadBack WithoutEntry(StakeChangeOrder order, StakeEvidence before, StakeEvidence now)
    {
        Nmr free = now.Wallet + now.Held - before.Wallet - before.Held;
        Nmr held = now.Held - before.Held;
        if (free == Nmr.Zero && held == Nmr.Zero)
            return new Clean();
        if (order.Kind == StakeChangeKind.Increase && free == -order.Amount && now.Staked - before.Staked == order.Amount)
            return new Taken(null, null, false);
        return new Unclear($"the wallet moved by {now.Wallet.Amount - before.Wallet.Amount:0.####} and what is held by {held.Amount:0.####} NMR without a request that explains it");
    }

    private static bool Matches(PendingStakeChange entry, StakeChangeOrder order, DateTimeOffset sentAt) =>
        entry.Kind == order.Kind && entry.Amount == order.Amount && (entry.At is not { } at || at >= sentAt - ReadBackTimes.Skew);

    /// <summary>The requests on their way that a reading tells of; one can be told twice.</summary>
    public static IEnumerable<PendingStakeChange> Entries(StakeEvidence evidence)
    {
        IEnumerable<PendingStakeChange> all = evidence.Pending is { } pending ? [pending, .. evidence.Scheduled] : evidence.Scheduled;
        return all.Where(entry => !Dead.Any(word => entry.Status.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }

    // One request can be told twice: with the model and in the account's schedule.
    private static PendingStakeChange[] Distinct(PendingStakeChange[] entries)
    {
        List<PendingStakeChange> distinct = [];
        foreach (PendingStakeChange entry in entries)
        {
            if (!distinct.Any(other => IsSame(other, entry)))
                distinct.Add(entry);
        }
        return [.. distinct];
    }

    private static bool IsSame(PendingStakeChange left, PendingStakeChange right) => left.Id is not null && right.Id is not null
        ? left.Id == right.Id
        : left.Kind == right.Kind && left.Amount == right.Amount && (left.Due is null || right.Due is null || left.Due == right.Due);

    private static string Words(PendingStakeChange entry) => $"{Kind(entry.Kind)} {entry.Amount.Amount:0.##################} NMR";

    private static string Words(StakeChangeOrder order) => $"{Kind(order.Kind)} {order.Amount.Amount:0.##################} NMR";

    private static string Kind(StakeChangeKind kind) => kind == StakeChangeKind.Increase ? "increase of" : "decrease of";
}

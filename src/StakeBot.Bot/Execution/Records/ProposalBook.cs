using StakeBot.Bot.Jobs;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Core.Proposals;

namespace StakeBot.Bot.Execution.Records;

/// <summary>
/// The proposals as they are stored. Every change is one durable compare-and-set of the proposal's record, with the steps that changed, the account's
/// lane, a journal record and the messages that follow.
/// </summary>
internal sealed class ProposalBook(IStakeStore store, OutboxSignal outbox, TimeProvider time)
{
    private const string Proposals = "proposals";
    private const string Steps = "legs";
    private const string Live = "live-proposals";
    private const string Lanes = "lanes";
    private const string Cards = "cards";

    /// <summary>One proposal; null when there is none.</summary>
    public async Task<StoredProposal?> FindAsync(ProposalId id, CancellationToken ct)
    {
        if (await store.FindAsync(Proposals, id.Value, ct) is not { } head)
            return null;
        IReadOnlyList<StoredRecord> legs = await store.ListAsync(Steps, id.Value, ct);
        return new StoredProposal(
            RecordJson.Read<Proposal>(head.Body),
            head.Version,
            [.. legs.Select(leg => RecordJson.Read<Leg>(leg.Body))],
            [.. legs.Select(leg => leg.Version)]);
    }

    /// <summary>The proposals that something can still happen to: open ones, and ended ones whose steps are still looked at. Oldest first.</summary>
    public async Task<IReadOnlyList<StoredProposal>> LiveAsync(CancellationToken ct)
    {
        List<StoredProposal> live = [];
        foreach (StoredRecord record in await store.ListAsync(Live, "", ct))
        {
            if (await FindAsync(new ProposalId(record.Key), ct) is { } stored)
                live.Add(stored);
        }
        return [.. live.OrderBy(stored => stored.Proposal.CreatedAt).ThenBy(stored => stored.Proposal.Id.Value, StringComparer.Ordinal)];
    }

    /// <summary>All proposals, newest first.</summary>
    public async Task<IReadOnlyList<Proposal>> AllAsync(CancellationToken ct) =>
    [
        .. (await store.ListAsync(Proposals, "", ct))
            .Select(record => RecordJson.Read<Proposal>(record.Body))
            .OrderByDescending(proposal => proposal.CreatedAt)
            .ThenBy(proposal => proposal.Id.Value, StringComparer.Ordinal),
    ];

    /// <summary>The proposal that somebody typed the code of; of several the one that is not over, else the newest.</summary>
    public async Task<StoredProposal?> MeantAsync(string typed, CancellationToken ct)
    {
        Proposal? meant = (await AllAsync(ct))
            .Where(proposal => proposal.Id.IsMeantBy(typed))
            .OrderBy(proposal => proposal.State.IsFinal ? 1 : 0)
            .FirstOrDefault();
        return meant is null ? null : await FindAsync(meant.Id, ct);
    }

    /// <summary>The other steps sent to the same account that were taken, or may have been, by what is known of them now.</summary>
    public async Task<IReadOnlyList<Leg>> SentBesideAsync(Leg leg, CancellationToken ct)
    {
        Dictionary<ProposalId, string> accounts = (await AllAsync(ct)).ToDictionary(proposal => proposal.Id, proposal => proposal.Account);
        return
        [
            .. (await store.ListAsync(Steps, "", ct))
                .Select(record => RecordJson.Read<Leg>(record.Body))
                .Where(other => accounts[other.Proposal] == accounts[leg.Proposal] && other.Key != leg.Key && WasOrMayHaveBeenTaken(other)),
        ];
    }

    private static bool WasOrMayHaveBeenTaken(Leg leg) =>
        leg is { Baseline: not null, SentAt: not null } && (leg.State.WasTaken || leg.State is LegState.Submitting or LegState.Submitted or LegState.Unknown or LegState.NeedsHuman);

    /// <summary>The conversations in which a proposal is shown.</summary>
    public async Task<IReadOnlyList<ShownCard>> CardsAsync(ProposalId id, CancellationToken ct) =>
        [.. (await store.ListAsync(Cards, id.Value, ct)).Select(record => RecordJson.Read<ShownCard>(record.Body))];

    /// <summary>Notes where a proposal is shown; the newest message of a conversation counts, and the one before loses its buttons.</summary>
    public async Task ShownAsync(ProposalId id, ShownCard card, CancellationToken ct)
    {
        string key = CardKey(id, card);
        bool isNoted = false;
        while (!isNoted)
        {
            StoredRecord? before = await store.FindAsync(Cards, key, ct);
            ShownCard? older = before is null ? null : RecordJson.Read<ShownCard>(before.Body);
            isNoted = older == card || await WriteAsync(
                new Transition(
                    new JournalEntry(time.GetUtcNow(), id.Value, "proposal-shown", "stakebot", RecordJson.Write(card)),
                    [new RecordWrite(Cards, key, before?.Version ?? 0, RecordJson.Write(card))],
                    older is null ? [] : [Message($"card:{id.Value}:older:{older.Platform}:{older.Chat}:{older.MessageId}", older, CardBody.Older(id, older.MessageId))]),
                ct);
        }
    }

    /// <summary>Enters a new proposal. Pending ones that it takes the place of end in the same step.</summary>
    /// <returns>False when one of those, or what is written together with it, has changed meanwhile: nothing was entered.</returns>
    public async Task<bool> TryEnterAsync(Proposal proposal, IReadOnlyList<Leg> legs, IReadOnlyList<StoredProposal> replaced, RecordWrite? together, CancellationToken ct)
    {
        List<RecordWrite> writes =
        [
            new RecordWrite(Proposals, proposal.Id.Value, 0, RecordJson.Write(proposal)),
            .. legs.Select(leg => new RecordWrite(Steps, leg.Key, 0, RecordJson.Write(leg))),
            new RecordWrite(Live, proposal.Id.Value, 0, "{}"),
        ];
        if (together is not null)
            writes.Add(together);
        List<OutgoingMessage> outgoing = [];
        foreach (StoredProposal old in replaced)
        {
            StoredProposal ended = Replaced(old, proposal);
            writes.Add(new RecordWrite(Proposals, ended.Proposal.Id.Value, old.Version, RecordJson.Write(ended.Proposal)));
            writes.AddRange(Changed(old, ended));
            if (ended.IsOver)
                writes.Add(new RecordWrite(Live, ended.Proposal.Id.Value, 1, null));
            outgoing.AddRange(await EditsAsync(ended.Proposal.Id, old.Version + 1, ct));
        }
        return await WriteAsync(
            new Transition(Entry(proposal, "proposal-made", Actor(proposal), new Made(proposal.Fingerprint, legs.Count, [.. replaced.Select(old => old.Proposal.Id.Value)])), writes, outgoing),
            ct);
    }

    // What was taken stays taken, and what is still looked at goes on being looked at.
    private static StoredProposal Replaced(StoredProposal old, Proposal by) => old with
    {
        Proposal = old.Proposal with
        {
            State = old.Legs.Any(leg => leg.State.WasTaken) ? ProposalState.PartlyDone : ProposalState.Superseded,
            ReplacedBy = by.Id,
            EndedAt = by.CreatedAt,
            Ending = $"replaced by {by.Code}",
        },
        Legs = [.. old.Legs.Select(leg => leg.State == LegState.AwaitingUser ? leg with { State = LegState.Skipped, Reason = $"replaced by {by.Code}", NotBefore = null } : leg)],
    };

    private static IEnumerable<RecordWrite> Changed(StoredProposal before, StoredProposal after) =>
        from i in Enumerable.Range(0, before.Legs.Count)
        where before.Legs[i] != after.Legs[i]
        select new RecordWrite(Steps, after.Legs[i].Key, before.LegVersions[i], RecordJson.Write(after.Legs[i]));

    /// <summary>Takes a proposal from what was read to what shall be.</summary>
    /// <param name="before">As it was read.</param>
    /// <param name="after">As it shall be; steps that differ are written too.</param>
    /// <param name="change">What happened.</param>
    /// <returns>The proposal as it is stored now; null when somebody else was first and nothing was written.</returns>
    public async Task<StoredProposal?> TryChangeAsync(StoredProposal before, StoredProposal after, ProposalChange change, CancellationToken ct)
    {
        List<RecordWrite> writes = [new RecordWrite(Proposals, after.Proposal.Id.Value, before.Version, RecordJson.Write(after.Proposal)), .. Changed(before, after)];
        long[] versions = [.. before.LegVersions.Select((version, i) => before.Legs[i] == after.Legs[i] ? version : version + 1)];
        await AddLaneAsync(writes, before.Proposal, after.Proposal, ct);
        if (after.IsOver)
            writes.Add(new RecordWrite(Live, after.Proposal.Id.Value, 1, null));
        IReadOnlyList<OutgoingMessage> outgoing = change.IsShown ? await EditsAsync(after.Proposal.Id, before.Version + 1, ct) : [];
        bool written = await WriteAsync(
            new Transition(Entry(after.Proposal, change.Event, change.Actor, change.Detail), writes, [.. outgoing, .. change.Notices]),
            ct);
        return written ? after with { Version = before.Version + 1, LegVersions = versions } : null;
    }

    private async Task<bool> WriteAsync(Transition transition, CancellationToken ct)
    {
        bool written = await store.TryTransitionAsync(transition, ct);
        if (written && transition.Outgoing.Count > 0)
            outbox.Wake();
        return written;
    }

    // The lane: a record that only one proposal of an account can own. Who cannot enter it loses the compare-and-set.
    private async Task AddLaneAsync(List<RecordWrite> writes, Proposal before, Proposal after, CancellationToken ct)
    {
        if (!before.State.HoldsLane && after.State.HoldsLane)
            writes.Add(new RecordWrite(Lanes, after.Account, 0, RecordJson.Write(new Lane(after.Id))));
        if (before.State.HoldsLane && !after.State.HoldsLane && await store.FindAsync(Lanes, after.Account, ct) is { } lane)
            writes.Add(new RecordWrite(Lanes, after.Account, lane.Version, null));
    }

    /// <summary>The proposal that holds an account's lane; null when it is free.</summary>
    public async Task<ProposalId?> LaneAsync(string account, CancellationToken ct) =>
        await store.FindAsync(Lanes, account, ct) is { } record ? RecordJson.Read<Lane>(record.Body).Proposal : null;

    private async Task<IReadOnlyList<OutgoingMessage>> EditsAsync(ProposalId id, long version, CancellationToken ct) =>
    [
        .. (await CardsAsync(id, ct)).Select(card => Message($"card:{id.Value}:{version}:{card.Platform}:{card.Chat}", card, CardBody.Edit(id))),
    ];

    private OutgoingMessage Message(string id, ShownCard to, string body) =>
        new(id, to.Platform, to.Chat, OutgoingPriority.Confirmation, body, time.GetUtcNow());

    private JournalEntry Entry(Proposal proposal, string what, string actor, object detail) =>
        new(time.GetUtcNow(), proposal.Id.Value, what, actor, RecordJson.WriteDetail(detail));

    private static string Actor(Proposal proposal) => $"{proposal.Proposer.Platform}:{proposal.Proposer.Id}";

    private static string CardKey(ProposalId id, ShownCard card) => $"{id.Value}:{card.Platform}:{card.Chat}";

    private sealed record Lane(ProposalId Proposal);

    private sealed record Made(string Fingerprint, int Steps, IReadOnlyList<string> Replaces);
}

/// <summary>Where a proposal is shown.</summary>
internal sealed record ShownCard(string Platform, string Chat, string MessageId);

/// <summary>What happened to a proposal, for the journal and for those who see it.</summary>
/// <param name="Event">A stable word.</param>
/// <param name="Actor"><c>platform:id</c>, or <c>stakebot</c>.</param>
/// <param name="Detail">What belongs to it.</param>
/// <param name="IsShown">Whether the messages that show the proposal are edited.</param>
/// <param name="Notices">Messages of their own.</param>
internal sealed record ProposalChange(string Event, string Actor, object Detail, bool IsShown, IReadOnlyList<OutgoingMessage> Notices)
{
    /// <summary>Something that StakeBot did by itself.</summary>
    public static ProposalChange ByItself(string what, object detail, bool isShown = true) => new(what, "stakebot", detail, isShown, []);
}

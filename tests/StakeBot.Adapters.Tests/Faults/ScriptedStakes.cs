using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.Ports;
using StakeBot.Bot.Ports.Staking;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Core.Money;
using StakeBot.Core.Proposals;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Tests.Faults;

/// <summary>Numerai in memory, which outlives runs. At each change that arrives it looks whether the store holds the intent that allows it.</summary>
internal sealed class ScriptedStakes(TimeProvider time, IStakeStore store, Holding holding) : ILegacyStakes
{
    private static readonly TimeSpan MoreAfter = TimeSpan.FromHours(5);
    private static readonly TimeSpan LessAfter = TimeSpan.FromHours(20);

    private readonly Queue<SendFault> _faults = [];
    private readonly List<(DateTimeOffset At, StakeChangeOrder Order, string Intent)> _late = [];
    private readonly Dictionary<ModelId, Nmr> _staked = [];
    private readonly Dictionary<ModelId, PendingStakeChange> _pending = [];
    private Nmr _wallet = new(500);
    private Nmr _held = Nmr.Zero;
    private int _last;

    public bool IsReadable { get; set; } = true;

    /// <summary>How often each intent arrived.</summary>
    public Dictionary<string, int> Received { get; } = [];

    /// <summary>How often each intent was applied.</summary>
    public Dictionary<string, int> Applied { get; } = [];

    /// <summary>NMR comes into the wallet, or leaves it.</summary>
    public void Moves(Nmr amount) => _wallet += amount;

    /// <summary>Somebody changes a stake at numer.ai itself.</summary>
    public void ChangesByItself(Model model, Nmr amount)
    {
        MoveOn();
        if (!_pending.ContainsKey(model.Id))
            Enter(new StakeChangeOrder(model, StakeChangeKind.Increase, amount, time.GetUtcNow()));
    }

    public void GoesWrong(SendFault fault) => _faults.Enqueue(fault);

    public void WorksAgain()
    {
        _faults.Clear();
        IsReadable = true;
    }

    public async Task<StakeChangeAnswer> SendAsync(StakeChangeOrder order, CancellationToken ct)
    {
        MoveOn();
        SendFault fault = _faults.TryDequeue(out SendFault planned) ? planned : SendFault.None;
        if (fault == SendFault.NoConnection)
            return new StakeChangeAnswer.NotSent("No connection.");
        string intent = await IntentOfAsync(order, ct);
        Received[intent] = Received.GetValueOrDefault(intent) + 1;
        if (fault == SendFault.Refused)
            return new StakeChangeAnswer.Refused("The key lacks the scope.", new string('b', 64));
        if (fault == SendFault.LostAndTakenLate)
            _late.Add((time.GetUtcNow().AddMinutes(30), order, intent));
        if (fault is SendFault.Lost or SendFault.LostAndTakenLate)
            return new StakeChangeAnswer.Doubtful("The connection broke.", null);
        PendingStakeChange request = Apply(order, intent);
        return fault == SendFault.LostButTaken
            ? new StakeChangeAnswer.Doubtful("The connection broke.", null)
            : new StakeChangeAnswer.Accepted(request.Id, request.Amount, request.Due, new string('a', 64));
    }

    public Task<StakeEvidence> ReadAsync(Model model, CancellationToken ct)
    {
        MoveOn();
        return IsReadable
            ? Task.FromResult(new StakeEvidence(model, Staked(model.Id), _pending.GetValueOrDefault(model.Id), [], _wallet, _held, time.GetUtcNow()))
            : throw new NumeraiUnavailableException("Numerai did not answer.");
    }

    // What arrives must be, to the last digit, the one step that is durable as being sent, and what was confirmed.
    private async Task<string> IntentOfAsync(StakeChangeOrder order, CancellationToken ct)
    {
        Leg leg = Assert.Single((await store.ListAsync("legs", "", ct)).Select(record => RecordJson.Read<Leg>(record.Body)), leg => leg.State == LegState.Submitting);
        Assert.Equal(order, leg.Order);
        Proposal proposal = RecordJson.Read<Proposal>((await store.FindAsync("proposals", leg.Proposal.Value, ct))!.Body);
        Leg[] legs = [.. (await store.ListAsync("legs", leg.Proposal.Value, ct)).Select(record => RecordJson.Read<Leg>(record.Body))];
        Assert.Equal(proposal.Fingerprint, Fingerprint.Of(proposal, legs));
        Assert.All(legs.Take(leg.Number - 1), before => Assert.True(before.State.WasTaken, $"Step {before.Number} is {before.State}."));
        Assert.Equal(proposal.ApprovalsNeeded, proposal.Approvals.Select(approval => approval.PersonId).Distinct().Count());
        Assert.All(proposal.Approvals, approval => Assert.Equal(proposal.Fingerprint, approval.Fingerprint));
        return leg.Key;
    }

    private PendingStakeChange Apply(StakeChangeOrder order, string intent)
    {
        Applied[intent] = Applied.GetValueOrDefault(intent) + 1;
        return Enter(order);
    }

    private PendingStakeChange Enter(StakeChangeOrder order)
    {
        bool isMore = order.Kind == StakeChangeKind.Increase;
        if (isMore && holding != Holding.StaysInWallet)
            _wallet -= order.Amount;
        if (isMore && holding == Holding.IsHeld)
            _held += order.Amount;
        DateTimeOffset now = time.GetUtcNow();
        if (_pending.TryGetValue(order.Model.Id, out PendingStakeChange? there))
            return _pending[order.Model.Id] = there with { Amount = there.Amount + order.Amount };
        return _pending[order.Model.Id] = new PendingStakeChange($"r{++_last}", order.Kind, order.Amount, now, now + (isMore ? MoreAfter : LessAfter), "pending");
    }

    private void MoveOn()
    {
        DateTimeOffset now = time.GetUtcNow();
        foreach ((DateTimeOffset _, StakeChangeOrder order, string intent) in _late.Where(late => late.At <= now))
        {
            // What comes late beside a request of the same kind is added to it; beside one of the other kind it is refused.
            if (!_pending.TryGetValue(order.Model.Id, out PendingStakeChange? there) || there.Kind == order.Kind)
                Apply(order, intent);
        }
        _late.RemoveAll(late => late.At <= now);
        foreach ((ModelId model, PendingStakeChange due) in _pending.Where(pending => now >= pending.Value.Due).ToList())
        {
            bool isMore = due.Kind == StakeChangeKind.Increase;
            _staked[model] = isMore ? Staked(model) + due.Amount : Staked(model) - due.Amount;
            if (!isMore)
                _wallet += due.Amount;
            else if (holding == Holding.StaysInWallet)
                _wallet -= due.Amount;
            else if (holding == Holding.IsHeld)
                _held -= due.Amount;
            _pending.Remove(model);
        }
    }

    private Nmr Staked(ModelId model) => _staked.GetValueOrDefault(model, new Nmr(100));
}

/// <summary>Where the NMR of an increase is until it takes effect.</summary>
internal enum Holding
{
    LeavesWallet,
    IsHeld,
    StaysInWallet,
}

/// <summary>What goes wrong with the next change.</summary>
internal enum SendFault
{
    None,
    NoConnection,
    Refused,
    Lost,
    LostButTaken,
    LostAndTakenLate,
}

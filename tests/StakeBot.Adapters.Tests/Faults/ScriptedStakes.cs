using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.Ports;
using StakeBot.Bot.Ports.Staking;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Core.Money;
using StakeBot.Core.Proposals;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Tests.Faults;

/// <summary>Numerai in memory, which outlives runs. At each change that arrives it looks whether the store holds the intent that allows it.</summary>
internal sealed class ScriptedStakes(TimeProvider time, IStakeStore store) : ILegacyStakes
{
    private static readonly TimeSpan SettlesAfter = TimeSpan.FromHours(5);

    private readonly Queue<SendFault> _faults = [];
    private readonly List<(DateTimeOffset At, StakeChangeOrder Order, string Intent)> _late = [];
    private Nmr _staked = new(100);
    private Nmr _wallet = new(500);
    private PendingStakeChange? _pending;
    private int _last;

    public bool IsReadable { get; set; } = true;

    /// <summary>How often each intent arrived.</summary>
    public Dictionary<string, int> Received { get; } = [];

    /// <summary>How often each intent was applied.</summary>
    public Dictionary<string, int> Applied { get; } = [];

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
            ? Task.FromResult(new StakeEvidence(model, _staked, _pending, [], _wallet, Nmr.Zero, time.GetUtcNow()))
            : throw new NumeraiUnavailableException("Numerai did not answer.");
    }

    // What arrives must be, to the last digit, the one step that is durable as being sent, and what was confirmed.
    private async Task<string> IntentOfAsync(StakeChangeOrder order, CancellationToken ct)
    {
        Leg leg = Assert.Single((await store.ListAsync("legs", "", ct)).Select(record => RecordJson.Read<Leg>(record.Body)), leg => leg.State == LegState.Submitting);
        Assert.Equal(order, leg.Order);
        Proposal proposal = RecordJson.Read<Proposal>((await store.FindAsync("proposals", leg.Proposal.Value, ct))!.Body);
        Assert.Equal(proposal.Fingerprint, Fingerprint.Of(proposal, [leg]));
        Assert.Equal(proposal.ApprovalsNeeded, proposal.Approvals.Select(approval => approval.PersonId).Distinct().Count());
        Assert.All(proposal.Approvals, approval => Assert.Equal(proposal.Fingerprint, approval.Fingerprint));
        return leg.Key;
    }

    private PendingStakeChange Apply(StakeChangeOrder order, string intent)
    {
        Applied[intent] = Applied.GetValueOrDefault(intent) + 1;
        _wallet -= order.Amount;
        return _pending = new PendingStakeChange($"r{++_last}", order.Kind, order.Amount, time.GetUtcNow(), time.GetUtcNow() + SettlesAfter, "pending");
    }

    private void MoveOn()
    {
        DateTimeOffset now = time.GetUtcNow();
        foreach ((DateTimeOffset _, StakeChangeOrder order, string intent) in _late.Where(late => late.At <= now && _pending is null).Take(1))
            Apply(order, intent);
        _late.RemoveAll(late => late.At <= now);
        if (_pending is { Due: { } due } pending && now >= due)
        {
            _staked += pending.Amount;
            _pending = null;
        }
    }
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

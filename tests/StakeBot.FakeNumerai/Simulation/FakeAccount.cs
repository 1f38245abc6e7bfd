using StakeBot.Adapters.Paper.Books;
using StakeBot.Adapters.Paper.World;
using StakeBot.Bot.Ports.Staking;
using StakeBot.Core.Accounting;
using StakeBot.Core.Money;
using StakeBot.Core.Tournaments;

namespace StakeBot.NumeraiFake.Simulation;

/// <summary>
/// The one account of the fake Numerai: the world and the books of the simulated account, moved on by the clock. Whoever uses it holds
/// <see cref="Gate"/>.
/// </summary>
internal sealed class FakeAccount
{
    private readonly Dictionary<ModelId, StakeRequest> _requests = [];
    private readonly List<(DateTimeOffset At, Action Apply)> _late = [];
    private readonly TimeProvider _time;
    private readonly PendingMode _mode;
    private int _lastRequest = 9000;

    public FakeAccount(TimeProvider time, PendingMode mode)
    {
        _time = time;
        _mode = mode;
        World = new PaperWorld(PaperSeeds.Default, PaperRoster.Models(FakeRules.Signals.Factor.ForPricing));
        Books = new PaperBooks(World, new PaperRules(FakeRules.Classic, FakeRules.Signals), Opening.Default);
        MoveOn();
    }

    public Lock Gate { get; } = new();

    public PaperWorld World { get; }

    public PaperBooks Books { get; }

    /// <summary>Models of others.</summary>
    public PaperWorld Others { get; } = Strangers.World();

    /// <summary>Everybody's models.</summary>
    public IEnumerable<ModelScores> Everybody => World.Models.Concat(Others.Models);

    public const string Username = "aviary";

    /// <summary>The address of the account's strategy.</summary>
    public const string Staker = "0xA51A7e0000000000000000000000000000005eed";

    /// <summary>How long after a round is final its stakes are claimed.</summary>
    public static TimeSpan ClaimsTake { get; } = TimeSpan.FromDays(4);

    public DateTimeOffset Now => _time.GetUtcNow();

    /// <summary>The rounds that are paid and burned, by model and round.</summary>
    public Dictionary<(ModelId, RoundNumber), LedgerEntry> Settled { get; } = [];

    /// <summary>How many changes of a model were applied.</summary>
    public Dictionary<ModelId, int> Applied { get; } = [];

    public IEnumerable<(ModelId Model, StakeRequest Request)> Requests => _requests.Select(pair => (pair.Key, pair.Value));

    public StakeRequest? RequestOf(ModelId model) => _requests.GetValueOrDefault(model);

    /// <summary>Brings rounds, requests and late changes up to now.</summary>
    public void MoveOn()
    {
        foreach ((DateTimeOffset at, Action apply) in _late.Where(late => late.At <= Now).OrderBy(late => late.At).ToArray())
        {
            TurnTo(at);
            apply();
        }
        _late.RemoveAll(late => late.At <= Now);
        TurnTo(Now);
    }

    /// <summary>Applies a change later, if it can be applied then.</summary>
    public void ChangeLater(TimeSpan later, ModelId model, StakeChangeKind kind, Nmr amount) =>
        _late.Add((Now + later, () => ChangeQuietly(model, kind, amount)));

    /// <summary>Takes a change of a running stake.</summary>
    /// <exception cref="RefusedException">It is refused.</exception>
    public StakeRequest Change(ModelId model, StakeChangeKind kind, Nmr amount)
    {
        Nmr wanted = kind == StakeChangeKind.Increase ? amount : -amount;
        StakeRequest? waiting = RequestOf(model);
        if (waiting is not null)
        {
            if (_mode == PendingMode.Refuse)
                throw new RefusedException("A stake change is already pending for this model");
            Books.Withdraw(model);
            if (_mode == PendingMode.Add)
                wanted += waiting.Kind == StakeChangeKind.Increase ? waiting.Amount : -waiting.Amount;
        }
        StakeChangeKind net = wanted > Nmr.Zero ? StakeChangeKind.Increase : StakeChangeKind.Decrease;
        Nmr size = wanted > Nmr.Zero ? wanted : -wanted;
        if (Books.Refusal(model, net, size) is { } refusal)
        {
            if (waiting is not null)
                Books.Change(model, waiting.Kind, waiting.Amount);
            throw new RefusedException(refusal);
        }
        Books.Change(model, net, size);
        Applied[model] = Applied.GetValueOrDefault(model) + 1;
        RunningStake stake = Books.Running.Single(running => running.Model.Id == model);
        return _requests[model] = new StakeRequest(
            FormattableString.Invariant($"{++_lastRequest}"), net, size, Now, net == StakeChangeKind.Decrease ? stake.ReleaseDue : PaperCalendar.Closes(Books.Newest + 1));
    }

    /// <summary>Undoes a release that waits.</summary>
    /// <exception cref="RefusedException">None waits.</exception>
    public StakeRequest Cancel(ModelId model)
    {
        if (RequestOf(model) is not { Kind: StakeChangeKind.Decrease } waiting)
            throw new RefusedException("There is no pending release");
        Books.Withdraw(model);
        _requests.Remove(model);
        return waiting;
    }

    private void ChangeQuietly(ModelId model, StakeChangeKind kind, Nmr amount)
    {
        try
        {
            Change(model, kind, amount);
        }
        catch (RefusedException)
        {
            // The wallet was emptied in between: nobody is told.
        }
    }

    private void TurnTo(DateTimeOffset moment)
    {
        while (PaperCalendar.Closes(Books.Newest + 1) <= moment)
        {
            foreach (LedgerEntry entry in Books.Turn().Resolved)
                Settled[(entry.Model.Id, entry.Round)] = entry;
        }
        foreach (RunningStake stake in Books.Running)
        {
            if (!stake.HasRequest)
                _requests.Remove(stake.Model.Id);
            else if (RequestOf(stake.Model.Id) is null)
                _requests[stake.Model.Id] = new StakeRequest("8000", StakeChangeKind.Decrease, stake.PendingRelease, moment, stake.ReleaseDue);
        }
    }
}

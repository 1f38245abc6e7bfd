using StakeBot.Bot.Ports;
using StakeBot.Core.Accounting;
using StakeBot.Core.Risk;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Testing;

/// <summary>An account that a test writes down; it can be made unreachable, and it can be made to take its time.</summary>
public sealed class FakeNumerai(StakeSnapshot snapshot, params ScorePanel[] panels) : INumerai
{
    /// <summary>What every read throws; nothing when it answers.</summary>
    public Exception? Fault { get; set; }

    /// <summary>What reading anew throws while old figures are still told; nothing when it answers.</summary>
    public Exception? RefreshFault { get; set; }

    /// <summary>What a read waits for; nothing when it answers at once.</summary>
    public Task Delay { get; set; } = Task.CompletedTask;

    /// <summary>How often stakes were read.</summary>
    public int StakeReads { get; private set; }

    /// <summary>The account now.</summary>
    public StakeSnapshot Snapshot { get; set; } = snapshot;

    /// <summary>What resolved rounds paid and burned.</summary>
    public Ledger Ledger { get; set; } = Ledger.Empty;

    /// <summary>Changes when a test says that the data did.</summary>
    public long Version { get; set; } = 1;

    public Task RefreshAsync(CancellationToken ct) => RefreshFault is null ? Task.CompletedTask : Task.FromException(RefreshFault);

    public async Task<StakeSnapshot> ReadStakesAsync(CancellationToken ct)
    {
        StakeReads++;
        return await AnswerAsync(Snapshot, ct);
    }

    public Task<ScorePanel?> ReadScoresAsync(Tournament tournament, CancellationToken ct) =>
        AnswerAsync(panels.FirstOrDefault(panel => panel.Tournament == tournament), ct);

    public Task<Ledger> ReadLedgerAsync(CancellationToken ct) => AnswerAsync(Ledger, ct);

    public Task<long> ReadVersionAsync(CancellationToken ct) => AnswerAsync(Version, ct);

    private async Task<T> AnswerAsync<T>(T answer, CancellationToken ct)
    {
        await Delay.WaitAsync(ct);
        return Fault is null ? answer : throw Fault;
    }
}

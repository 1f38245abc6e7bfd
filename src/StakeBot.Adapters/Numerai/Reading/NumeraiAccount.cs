using System.Globalization;
using StakeBot.Bot.Ports;
using StakeBot.Core.Accounting;
using StakeBot.Core.Risk;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Numerai.Reading;

/// <summary>
/// The key's account behind the bot's port: read at most once a minute, whoever asks. When Numerai does not answer, what was read last is told, with a
/// note, for half a day; after that, nothing.
/// </summary>
internal sealed class NumeraiAccount(AccountReader reader, TimeProvider time) : INumerai, IRoundRules, IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan JustNow = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Oldest = TimeSpan.FromHours(12);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private AccountReading? _read;
    private StakeSnapshot? _snapshot;
    private DateTimeOffset _triedAt;
    private ulong _fingerprint;
    private long _version;

    public async Task<StakeSnapshot> ReadStakesAsync(CancellationToken ct) => (await CurrentAsync(ct)).Snapshot;

    public async Task<ScorePanel?> ReadScoresAsync(Tournament tournament, CancellationToken ct) =>
        (await CurrentAsync(ct)).Reading.Panels.GetValueOrDefault(tournament);

    public async Task<Ledger> ReadLedgerAsync(CancellationToken ct) => (await CurrentAsync(ct)).Reading.Ledger;

    public async Task<long> ReadVersionAsync(CancellationToken ct) => (await CurrentAsync(ct)).Version;

    public async Task<IReadOnlyList<PayoutRule>> ReadRulesAsync(CancellationToken ct) =>
        [.. (await CurrentAsync(ct)).Reading.States.Select(state => state.Rule)];

    public async Task RefreshAsync(CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            DateTimeOffset now = time.GetUtcNow();
            if (_read is { } known && IsWithin(JustNow, known.Snapshot.TakenAt, now))
                return;
            AccountReading read = await reader.ReadAsync(_read, ct);
            Take(read, read.Snapshot);
            _triedAt = now;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<(AccountReading Reading, StakeSnapshot Snapshot, long Version)> CurrentAsync(CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            DateTimeOffset now = time.GetUtcNow();
            if (_read is null || !IsWithin(Fresh, _triedAt, now))
                await TryAsync(now, ct);
            return (_read!, _snapshot!, _version);
        }
        finally
        {
            _turn.Release();
        }
    }

    // A clock that was set back must not make what was read before the newest there is.
    private static bool IsWithin(TimeSpan span, DateTimeOffset then, DateTimeOffset now) => now >= then && now - then < span;

    private async Task TryAsync(DateTimeOffset now, CancellationToken ct)
    {
        try
        {
            AccountReading read = await reader.ReadAsync(_read, ct);
            Take(read, read.Snapshot);
        }
        catch (NumeraiUnavailableException fault) when (_read is { } old && now - old.Snapshot.TakenAt < Oldest)
        {
            string note = string.Create(
                CultureInfo.InvariantCulture, $"{fault.Message} These figures are from {old.Snapshot.TakenAt:yyyy-MM-dd HH:mm} UTC.");
            Take(old, old.Snapshot with { Notes = [note, .. old.Snapshot.Notes] });
        }
        _triedAt = now;
    }

    private void Take(AccountReading read, StakeSnapshot snapshot)
    {
        ulong fingerprint = Fingerprint.Of(read, snapshot);
        if (_version == 0 || fingerprint != _fingerprint)
            _version++;
        (_read, _snapshot, _fingerprint) = (read, snapshot, fingerprint);
    }
}

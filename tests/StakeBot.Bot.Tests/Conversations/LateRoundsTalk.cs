using StakeBot.Bot.Ports.Storage;
using StakeBot.Bot.Tests.Watching;
using StakeBot.Core.Accounting;
using StakeBot.Core.Money;
using StakeBot.Core.Tournaments;
using StakeBot.Testing;

namespace StakeBot.Bot.Tests.Conversations;

/// <summary>Rounds that Numerai publishes after a digest, although they were resolved before it.</summary>
public sealed class LateRoundsTalk : IDisposable
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    private readonly Watchtower _tower = new(Monday);

    public LateRoundsTalk() => _tower.Account.Snapshot = _tower.Account.Snapshot with { TakenAt = Monday };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _tower.Dispose();

    [Fact]
    public async Task A_burn_that_is_published_late_is_told_in_the_next_digest_with_its_date_once()
    {
        await _tower.Chat.Says("/digest on at:08:00 zone:UTC");
        await Passes(Day);
        Publishes(Entry("KESTREL", 80, Monday.AddDays(1).AddHours(-8), 0.01m));
        await Passes(Day);
        Assert.Contains(": +0.01 NMR; paid 0.01", _tower.Digests[1], StringComparison.Ordinal);

        // Resolved before the digest that has just been sent.
        Publishes(Entry("HERON", 80, Monday.AddDays(1).AddHours(-8), -0.02m));
        _tower.Restart();
        await Passes(Day);
        await Passes(Day);

        Assert.Contains("Resolved before then, published only now: −0.02 NMR; paid 0.00, burned 0.02.\n• Classic round 80 of 24 Nov 2026: −0.02 NMR (HERON −0.02)", _tower.Digests[2], StringComparison.Ordinal);
        Assert.Equal(4, _tower.Digests.Count);
        Assert.Contains("No round was resolved since", _tower.Digests[3], StringComparison.Ordinal);
        Assert.DoesNotContain("published only now", _tower.Digests[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setting_from_before_rounds_were_noted_is_read_and_tells_nothing_twice()
    {
        await _tower.Chat.Says("/digest on at:08:00 zone:UTC content:full");
        await Passes(Day);
        StoredRecord record = Assert.Single(await _tower.Store.ListAsync("digests", "", Ct));
        long toldUpTo = _tower.Account.Snapshot.TakenAt.ToUnixTimeMilliseconds();
        string old = $$"""{"person":"owner","platform":"web","chat":"owner","isOn":true,"at":"08:00:00","zone":"UTC","days":"*","isFull":true,"currency":"USD","toldUpTo":{{toldUpTo}},"doubtful":"2026-11-23"}""";
        await _tower.Store.TryTransitionAsync(new Transition(new JournalEntry(Monday, "test", "test", "test", "{}"), [new RecordWrite("digests", "owner", record.Version, old)], []), Ct);

        await Passes(Day);

        Assert.Contains("The digest of 2026-11-23 did not reach you", _tower.Digests[1], StringComparison.Ordinal);
        Assert.Contains("No round was resolved since", _tower.Digests[1], StringComparison.Ordinal);
        Assert.DoesNotContain("published only now", _tower.Digests[1], StringComparison.Ordinal);
    }

    // The account's own time goes along.
    private async Task Passes(TimeSpan span)
    {
        await _tower.Passes(span / 2);
        _tower.Account.Snapshot = _tower.Account.Snapshot with { TakenAt = _tower.Time.GetUtcNow() };
        _tower.Account.Version++;
        await _tower.Passes(span / 2);
    }

    private void Publishes(LedgerEntry entry)
    {
        _tower.Account.Ledger = new Ledger([.. _tower.Account.Ledger.Entries.Append(entry).OrderBy(one => one.At)]);
        _tower.Account.Version++;
    }

    private static LedgerEntry Entry(string model, int round, DateTimeOffset at, decimal change) => new(
        at, Some.Model(model), new RoundNumber(round), change < 0 ? LedgerKind.Burn : LedgerKind.Payout, new Nmr(Math.Abs(change)), new Nmr(2));
}

using StakeBot.Bot.Watching.Alerts;
using StakeBot.Bot.Watching.Digests;
using StakeBot.Core.Accounting;
using StakeBot.Core.Money;
using StakeBot.Core.Tournaments;

namespace StakeBot.Bot.Tests.Watching;

/// <summary>A clock that was a month ahead, as after an empty battery, and is set right.</summary>
public sealed class ClockSetBackTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private readonly Watchtower _tower = new(Noon.AddDays(30));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _tower.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Alerts_go_on_at_once(bool isRestarted)
    {
        await _tower.Passes(TimeSpan.FromHours(1));
        Assert.True((await _tower.Due.FindAsync(AlertWatch.Item, Ct))!.Due > Noon.AddDays(29));

        SetRight(isRestarted);
        Burns();
        await _tower.Passes(TimeSpan.FromHours(1));

        Assert.Single(_tower.Alerts, alert => alert.Contains("burned in seven days", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_alert_that_was_raised_in_the_future_is_repeated_as_if_it_was_raised_now()
    {
        Burns();
        await _tower.Passes(TimeSpan.FromHours(1));

        SetRight(isRestarted: false);
        await _tower.Passes(TimeSpan.FromHours(4));

        Assert.Equal(2, _tower.Alerts.Count(alert => alert.Contains("burned in seven days", StringComparison.Ordinal)));
        Assert.Contains(_tower.Alerts, alert => alert.Contains("Still, since Sun 22 Nov 2026 12:", StringComparison.Ordinal) && alert.Contains("burned", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_next_digest_comes_on_the_next_day()
    {
        await _tower.Chat.Says("/digest on at:08:00 zone:UTC");
        await _tower.Passes(TimeSpan.FromHours(1));

        SetRight(isRestarted: false);
        await _tower.Passes(TimeSpan.FromMinutes(1));

        Assert.Equal(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero), (await _tower.Due.FindAsync(DigestBook.ItemId("owner"), Ct))!.Due);
    }

    private void SetRight(bool isRestarted)
    {
        _tower.Time.Set(Noon);
        if (isRestarted)
            _tower.Restart();
    }

    private void Burns()
    {
        Model model = _tower.Account.Snapshot.Stakes.First().Model;
        DateTimeOffset taken = _tower.Account.Snapshot.TakenAt;
        _tower.Account.Ledger = new Ledger([new LedgerEntry(taken.AddHours(-3), model, new RoundNumber(1340), LedgerKind.Burn, new Nmr(30), new Nmr(50))]);
        _tower.Account.Version++;
    }
}

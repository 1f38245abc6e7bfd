using StakeBot.Bot.Ports;
using StakeBot.Core.Accounting;
using StakeBot.Core.Money;
using StakeBot.Core.Tournaments;

namespace StakeBot.Bot.Tests.Watching;

public sealed class AlertTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private readonly Watchtower _tower = new(Noon);

    public void Dispose() => _tower.Dispose();

    [Fact]
    public async Task A_condition_is_told_once_again_at_doubled_intervals_and_when_it_is_over()
    {
        Burns(30);
        await _tower.Passes(TimeSpan.FromHours(20));
        Assert.Single(Burned);

        await _tower.Passes(TimeSpan.FromHours(5));
        Assert.Equal(2, Burned.Count);
        Assert.Contains("Still, since", Burned[1], StringComparison.Ordinal);
        await _tower.Passes(TimeSpan.FromHours(44));
        Assert.Equal(2, Burned.Count);
        await _tower.Passes(TimeSpan.FromHours(8));
        Assert.Equal(3, Burned.Count);

        Burns(0);
        await _tower.Passes(TimeSpan.FromHours(1));
        Assert.Equal(4, Burned.Count);
        Assert.Contains("No longer so", Burned[3], StringComparison.Ordinal);
        await _tower.Passes(TimeSpan.FromDays(3));
        Assert.Equal(4, Burned.Count);
    }

    [Fact]
    public async Task A_restart_repeats_nothing()
    {
        Burns(30);
        await _tower.Passes(TimeSpan.FromHours(1));
        _tower.Restart();
        await _tower.Passes(TimeSpan.FromHours(1));

        Assert.Single(Burned);
    }

    [Fact]
    public async Task Quiet_hours_hold_back_what_can_wait()
    {
        await _tower.Chat.Says("/digest on quiet:11:00-18:00 zone:UTC");
        Burns(30);

        await _tower.Passes(TimeSpan.FromHours(5));
        Assert.Empty(Burned);
        await _tower.Passes(TimeSpan.FromHours(2));

        Assert.Single(Burned);
    }

    [Fact]
    public async Task An_account_that_is_silent_for_an_hour_is_told_and_nothing_else_is_cleared()
    {
        Burns(30);
        await _tower.Passes(TimeSpan.FromMinutes(30));
        _tower.Account.Fault = new NumeraiUnavailableException("Numerai did not answer.");
        await _tower.Passes(TimeSpan.FromHours(3));

        Assert.Single(_tower.Alerts, alert => alert.Contains("could not be read since", StringComparison.Ordinal));
        Assert.Single(Burned);
        _tower.Account.Fault = null;
        await _tower.Passes(TimeSpan.FromHours(1));
        Assert.Contains(_tower.Alerts, alert => alert.Contains("No longer so: The account could not be read", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_missed_submission_and_a_broken_limit_are_told()
    {
        TournamentStakesMiss(2);

        await _tower.Passes(TimeSpan.FromMinutes(20));

        Assert.Contains(_tower.Alerts, alert => alert.Contains("has missed 2 submissions", StringComparison.Ordinal));
        Assert.Contains(_tower.Alerts, alert => alert.Contains("two-percent rule is broken", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_safe_mode_kept_from_being_sent_is_unknown_too()
    {
        await _tower.Chat.Says("/propose");
        await _tower.Chat.Presses("Confirm");
        await _tower.Store.EnterSafeModeAsync("it was restored from a backup.", TestContext.Current.CancellationToken);

        await _tower.Passes(TimeSpan.FromMinutes(10));
        Assert.DoesNotContain(_tower.Alerts, alert => alert.Contains("for more than 15 minutes", StringComparison.Ordinal));
        await _tower.Passes(TimeSpan.FromMinutes(20));

        Assert.Single(_tower.Alerts, alert => alert.Contains("for more than 15 minutes", StringComparison.Ordinal));
    }

    private List<string> Burned => [.. _tower.Alerts.Where(alert => alert.Contains("burned in seven days", StringComparison.Ordinal))];

    private void Burns(decimal nmr)
    {
        Model model = _tower.Account.Snapshot.Stakes.First().Model;
        DateTimeOffset taken = _tower.Account.Snapshot.TakenAt;
        _tower.Account.Ledger = nmr == 0
            ? Ledger.Empty
            : new Ledger([new LedgerEntry(taken.AddHours(-3), model, new RoundNumber(1340), LedgerKind.Burn, new Nmr(nmr), new Nmr(50))]);
        _tower.Account.Version++;
    }

    private void TournamentStakesMiss(int missed)
    {
        _tower.Account.Snapshot = _tower.Account.Snapshot with
        {
            Tournaments =
            [
                .. _tower.Account.Snapshot.Tournaments.Select(tournament => tournament with
                {
                    Stakes = [.. tournament.Stakes.Select((stake, i) => i == 0 ? stake with { MissedSubmissions = missed } : stake)],
                }),
            ],
        };
        _tower.Account.Version++;
    }
}

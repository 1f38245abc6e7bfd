using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.Ports;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Bot.Watching.Alerts;
using StakeBot.Core.Accounting;
using StakeBot.Core.Money;
using StakeBot.Core.Stakes;
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

        // What is found at the same time comes in one message.
        string all = Assert.Single(_tower.Alerts);
        Assert.Contains("has missed 2 submissions", all, StringComparison.Ordinal);
        Assert.Contains("two-percent rule is broken", all, StringComparison.Ordinal);
        Assert.Contains("alerts-told", (await _tower.Store.ReadJournalAsync(1, 1000, "alerts", TestContext.Current.CancellationToken)).Select(record => record.Entry.Event));
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

    [Fact]
    public async Task A_model_that_newly_breaks_the_two_percent_rule_is_told_while_another_one_waits_to_be_repeated()
    {
        await _tower.Chat.Says("/policy set model-limit 0.3%");
        await _tower.Passes(TimeSpan.FromHours(30));
        Assert.Equal(2, Breaking("HERON").Count);
        Assert.Empty(Breaking("KESTREL"));

        Stakes("KESTREL", 200);
        await _tower.Passes(TimeSpan.FromMinutes(20));
        Assert.Single(Breaking("KESTREL"));
        Assert.Equal(2, Breaking("HERON").Count);

        Stakes("KESTREL", 2);
        await _tower.Passes(TimeSpan.FromMinutes(20));
        Assert.Contains("No longer so", Breaking("KESTREL")[1], StringComparison.Ordinal);
        Assert.Equal(2, Breaking("HERON").Count);
    }

    [Theory]
    [InlineData(20, 0)]
    [InlineData(0, 1)]
    public async Task One_alert_of_all_models_that_was_raised_before_goes_over_into_one_of_each(int heron, int cleared)
    {
        AlertRecord before = new("The two-percent rule is broken by HERON 3.32 %, an old alert.", Noon.AddDays(-3), Noon.AddHours(-1), TimeSpan.FromDays(8));
        await _tower.Store.TryTransitionAsync(
            new Transition(new JournalEntry(Noon, "alert", "test", "test", "{}"), [new RecordWrite("alerts", "two-percent", 0, RecordJson.Write(before))], []), TestContext.Current.CancellationToken);
        Stakes("HERON", heron);

        await _tower.Passes(TimeSpan.FromHours(1));

        Assert.Equal(cleared, _tower.Alerts.Count(alert => alert.Contains("No longer so", StringComparison.Ordinal)));
        Assert.Equal(1 - cleared, Breaking("HERON").Count(alert => alert.Contains("is broken by HERON:", StringComparison.Ordinal)));
        Assert.Null(await _tower.Store.FindAsync("alerts", "two-percent", TestContext.Current.CancellationToken));
    }

    private List<string> Breaking(string model) => [.. _tower.Alerts.Where(alert => alert.Contains($"two-percent rule is broken by {model}", StringComparison.Ordinal))];

    private void Stakes(string model, decimal perRound)
    {
        _tower.Account.Snapshot = _tower.Account.Snapshot with
        {
            Tournaments =
            [
                .. _tower.Account.Snapshot.Tournaments.Select(tournament => tournament with
                {
                    Stakes = [.. tournament.Stakes.Select(stake => stake is Stake.Atomic atomic && stake.Model.Name == model
                        ? atomic with { Setting = atomic.Setting with { PerRound = new Nmr(perRound) }, InRounds = new Nmr(perRound * atomic.OverlappingRounds) }
                        : stake)],
                }),
            ],
        };
        _tower.Account.Version++;
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

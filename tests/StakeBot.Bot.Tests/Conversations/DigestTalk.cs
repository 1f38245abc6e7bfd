using System.Text.RegularExpressions;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Ports;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Bot.Tests.Watching;
using StakeBot.Bot.Watching.Digests;
using StakeBot.Core.Accounting;
using StakeBot.Core.Money;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Bot.Tests.Conversations;

public sealed class DigestTalk : IDisposable
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly DateTimeOffset Sunday = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private readonly Watchtower _tower = new(Sunday);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _tower.Dispose();

    [Fact]
    public async Task A_digest_comes_every_morning_of_the_place_once()
    {
        await _tower.Chat.Says("/digest on at:08:00 zone:berlin");
        _tower.Chat.Sees("Digest: daily 08:00 Europe/Berlin", "It is 13:00 in Europe/Berlin now");

        await _tower.Passes(3 * Day);

        Assert.Equal(3, _tower.Digests.Count);
        Assert.Contains("Mon 23 Nov · burn risk", _tower.Digests[0], StringComparison.Ordinal);
        Assert.Contains("Wed 25 Nov · burn risk", _tower.Digests[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_a_kill_interrupted_is_not_doubled_and_the_next_one_says_so()
    {
        await _tower.Chat.Says("/digest on at:08:00 zone:berlin");
        string interrupted = await WaitsInTheOutbox(Sunday);
        await _tower.Get<IOutbox>().BeginSendAsync(interrupted, Sunday, Ct);

        _tower.Restart();
        await _tower.Passes(2 * Day);

        Assert.Equal(2, _tower.Digests.Count);
        Assert.Contains("The digest of 2026-11-22 did not reach you, or may not have", _tower.Digests[0], StringComparison.Ordinal);
        Assert.DoesNotContain("or may not have", _tower.Digests[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_waited_for_hours_with_nobody_to_send_it_is_left_out_and_the_next_one_says_so()
    {
        await _tower.Chat.Says("/digest on at:08:00 zone:berlin");
        await WaitsInTheOutbox(Sunday.AddHours(-3));

        await _tower.Passes(Day);

        Assert.Contains("The digest of 2026-11-22 did not reach you, or may not have", Assert.Single(_tower.Digests), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_cannot_be_changed_now_is_not_called_off_its_target()
    {
        Holds("GULL", legacy => legacy with { Staked = new Nmr(900) });
        await _tower.Chat.Says("/digest test");
        _tower.Chat.Sees("GULL is", "off the policy's target");

        Holds("GULL", legacy => legacy with { PendingRelease = new Nmr(1) });
        await _tower.Chat.Says("/digest test");
        _tower.Chat.SeesNo("GULL is");
    }

    [Fact]
    public async Task It_tells_what_resolved_what_is_open_the_limits_and_what_to_do()
    {
        Model heron = _tower.Account.Snapshot.Stakes.First().Model;
        DateTimeOffset taken = _tower.Account.Snapshot.TakenAt;
        _tower.Account.Ledger = new Ledger([new LedgerEntry(taken.AddHours(-3), heron, new RoundNumber(1340), LedgerKind.Burn, new Nmr(4.5m), new Nmr(50))]);
        _tower.Account.Version++;

        await _tower.Chat.Says("/digest test");

        _tower.Chat.Sees("burn risk", "Resolved since", "−4.50 NMR", "round 1340", "bad case (1 in 20)", "Two-percent rule", "Burn budget", "Drawdown: −", "Action:");
    }

    [Fact]
    public async Task A_broken_limit_that_what_is_set_mends_asks_for_nothing_more()
    {
        await _tower.Chat.Says("/digest test");
        _tower.Chat.Sees("Two-percent rule: BROKEN", "a limit is broken: /propose shows what would mend it").SeesNo("what is set already keeps it");

        await _tower.Chat.Says("/propose");
        await _tower.Chat.Presses("Confirm");
        await _tower.Passes(TimeSpan.FromMinutes(1));
        await _tower.Chat.Says("/digest test");

        _tower.Chat.Sees("Two-percent rule: BROKEN", "what is set already keeps it, once it acts in full").SeesNo("a limit is broken");
    }

    [Fact]
    public async Task A_restart_at_the_due_minute_sends_it_once()
    {
        await _tower.Chat.Says("/digest on at:08:00 zone:Europe/Berlin");
        await _tower.Passes(TimeSpan.FromHours(19) - TimeSpan.FromMinutes(5));
        Assert.Empty(_tower.Digests);

        _tower.Time.Advance(TimeSpan.FromMinutes(5));
        _tower.Restart();
        await _tower.Passes(TimeSpan.FromMinutes(10));
        _tower.Restart();
        await _tower.Passes(TimeSpan.FromHours(3));

        Assert.Single(_tower.Digests);
    }

    [Fact]
    public async Task A_clock_that_is_set_back_does_not_make_a_day_come_twice()
    {
        await _tower.Chat.Says("/digest on at:08:00 zone:Europe/Berlin");
        await _tower.Passes(TimeSpan.FromHours(19.5));
        Assert.Single(_tower.Digests);

        _tower.Time.AdjustTime(_tower.Time.GetUtcNow().AddHours(-1));
        _tower.Restart();
        await _tower.Passes(TimeSpan.FromHours(4));

        Assert.Single(_tower.Digests);
    }

    [Fact]
    public async Task A_digest_that_is_an_hour_late_says_so_and_one_that_is_three_hours_late_is_told_in_the_next()
    {
        await _tower.Chat.Says("/digest on at:08:00 zone:Europe/Berlin");
        _tower.Time.Advance(TimeSpan.FromHours(20));
        _tower.Restart();
        await _tower.Passes(TimeSpan.FromMinutes(10));
        Assert.Contains("This digest was due", Assert.Single(_tower.Digests), StringComparison.Ordinal);

        _tower.Time.Advance(2 * Day + TimeSpan.FromHours(2));
        _tower.Restart();
        await _tower.Passes(TimeSpan.FromHours(1));
        Assert.Single(_tower.Digests);
        await _tower.Passes(Day);

        Assert.Equal(2, _tower.Digests.Count);
        Assert.Contains("2 digests before this one could not be sent", _tower.Digests[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_longer_outage_the_newest_one_is_still_sent_late_when_it_is_in_time()
    {
        await _tower.Chat.Says("/digest on at:08:00 zone:UTC content:full");
        _tower.Time.Advance(TimeSpan.FromHours(45));
        _tower.Restart();
        await _tower.Passes(TimeSpan.FromMinutes(10));

        string late = Assert.Single(_tower.Digests);
        Assert.Contains("Tue 24 Nov", late, StringComparison.Ordinal);
        Assert.Contains("This digest was due", late, StringComparison.Ordinal);
        Assert.Contains("1 digest before this one could not be sent", late, StringComparison.Ordinal);

        await _tower.Passes(Day);
        Assert.Equal(2, _tower.Digests.Count);
        Assert.Contains("Wed 25 Nov", _tower.Digests[1], StringComparison.Ordinal);
        Assert.DoesNotContain("before this one", _tower.Digests[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/digest at:18:00")]
    [InlineData("/digest off", "/digest on at:18:00")]
    public async Task A_later_time_on_a_day_that_had_its_digest_begins_on_the_next_free_day(params string[] typed)
    {
        await _tower.Chat.Says("/digest on at:08:00 zone:UTC");
        await _tower.Passes(Day);
        Assert.Single(_tower.Digests);

        foreach (string line in typed)
            await _tower.Chat.Says(line);
        string next = $"Next: {ChatTime.Utc(Sunday.AddDays(2).AddHours(6))}, because a day has one digest, here in this conversation.";
        _tower.Chat.Sees(next);
        _tower.Restart();
        await _tower.Passes(TimeSpan.Zero);
        await _tower.Chat.Says("/digest");
        _tower.Chat.Sees(next);

        await _tower.Passes(TimeSpan.FromHours(29));
        Assert.Single(_tower.Digests);
        await _tower.Passes(TimeSpan.FromHours(2));
        Assert.Equal(2, _tower.Digests.Count);
    }

    [Fact]
    public async Task A_day_whose_digest_is_on_its_way_takes_no_later_time()
    {
        await _tower.Chat.Says("/digest on at:08:00 zone:UTC");
        _tower.Chat.On("web").Outage = _ => new ChatUnavailableException("No page of the local chat is open.");
        await _tower.Passes(TimeSpan.FromHours(20.1));
        _tower.Chat.On("web").Outage = null;

        await _tower.Chat.Says("/digest at:18:00");

        _tower.Chat.Sees($"Next: {ChatTime.Utc(Sunday.AddDays(2).AddHours(6))}, because a day has one digest");
    }

    [Fact]
    public async Task Killed_between_claim_and_note_it_is_sent_once_when_the_claim_has_run_out()
    {
        await _tower.Chat.Says("/digest on at:08:00 zone:Europe/Berlin");
        _tower.Time.Advance(TimeSpan.FromHours(19));
        IReadOnlyList<ClaimedItem> claimed = await _tower.Due.ClaimAsync(DigestBook.Kind, _tower.Time.GetUtcNow(), TimeSpan.FromSeconds(60), 10, Ct);
        Assert.Single(claimed);
        _tower.Restart();

        await _tower.Passes(TimeSpan.FromMinutes(30));
        bool late = await _tower.Due.CompleteAsync(claimed[0], "late", null, [], Ct);

        Assert.False(late);
        Assert.Single(_tower.Digests);
    }

    [Fact]
    public async Task While_Numerai_is_silent_it_is_tried_again_and_then_left_out()
    {
        await _tower.Chat.Says("/digest on at:08:00 zone:Europe/Berlin");
        _tower.Account.Fault = new NumeraiUnavailableException("Numerai did not answer.");
        await _tower.Passes(TimeSpan.FromHours(19.5));
        Assert.Empty(_tower.Digests);

        _tower.Account.Fault = null;
        await _tower.Passes(TimeSpan.FromHours(1));

        Assert.Single(_tower.Digests);
    }

    [Fact]
    public async Task Mondays_have_a_picture_and_quiet_days_one_line()
    {
        await _tower.Chat.Says("/digest on at:08:00 zone:Europe/Berlin");
        await _tower.Passes(Day);

        Assert.Contains(_tower.Chat.On("web").Shown, shown => shown.Reply.Title.Contains("Mon 23 Nov", StringComparison.Ordinal) && shown.Reply.Pictures.Count == 1);
    }

    [Fact]
    public async Task Mondays_carry_the_journals_head_and_audit_shows_the_same_later()
    {
        await _tower.Chat.Says("/digest on at:08:00 zone:Europe/Berlin content:full");
        await _tower.Passes(Day);
        Match told = Regex.Match(Assert.Single(_tower.Digests), "Journal: (record ([0-9]+), hash [0-9a-f]{16})");
        Assert.True(told.Success);

        await _tower.Passes(Day);
        Assert.DoesNotContain("Journal:", _tower.Digests[1], StringComparison.Ordinal);
        await _tower.Chat.Says($"/audit record:{told.Groups[2].Value}");
        _tower.Chat.Sees($"Journal · {told.Groups[1].Value}", "neither it nor any record before it was rewritten");
        await _tower.Chat.Says("/audit");
        _tower.Chat.Sees("Head: record ");
        await _tower.Chat.Says("/audit record:99999");
        _tower.Chat.Sees("The journal has no such record", "It ends with record ");
    }

    [Theory]
    [InlineData("/digest on at:25:00", "'25:00' is no time of day. Example: at:08:00.")]
    [InlineData("/digest on zone:Atlantis", "I do not know one time zone 'Atlantis'")]
    [InlineData("/digest on days:someday", "'someday' are no days.")]
    [InlineData("/digest on quiet:22", "'22' are no quiet hours.")]
    public async Task What_is_not_understood_changes_nothing(string typed, string told)
    {
        await _tower.Chat.Says(typed);

        _tower.Chat.Sees(told, "Nothing was changed.");
        Assert.Null(await _tower.Get<DigestBook>().FindAsync("owner", Ct));
    }

    [Fact]
    public async Task It_can_be_seen_changed_and_switched_off()
    {
        await _tower.Chat.Says("/digest on days:weekdays quiet:22:00-07:00 content:full");
        _tower.Chat.Sees("Digest: Mon–Fri 08:00 UTC", "Quiet 22:00–07:00", "Everything is told every day");
        await _tower.Chat.Says("/digest at:09:30");
        _tower.Chat.Sees("Mon–Fri 09:30 UTC");
        await _tower.Chat.Says("/digest off");
        _tower.Chat.Sees("Digest: off");

        await _tower.Passes(2 * Day);

        Assert.Empty(_tower.Digests);
    }

    private void Holds(string model, Func<Stake.Legacy, Stake.Legacy> change)
    {
        _tower.Account.Snapshot = _tower.Account.Snapshot with
        {
            Tournaments =
            [
                .. _tower.Account.Snapshot.Tournaments.Select(tournament => tournament with
                {
                    Stakes = [.. tournament.Stakes.Select(stake => stake is Stake.Legacy legacy && legacy.Model.Name == model ? change(legacy) : stake)],
                }),
            ],
        };
        _tower.Account.Version++;
    }

    private async Task<string> WaitsInTheOutbox(DateTimeOffset due)
    {
        DigestSetting ana = Assert.Single(await _tower.Get<DigestBook>().AllAsync(Ct));
        OutgoingMessage message = new("digest:waits", ana.Platform, ana.Chat, OutgoingPriority.Digest, new DigestNote(ana.Person, "2026-11-22", 0, due).Write(), due);
        await _tower.Store.TryTransitionAsync(new Transition(new JournalEntry(Sunday, "digest:test", "test", "test", "{}"), [], [message]), Ct);
        return message.Id;
    }
}

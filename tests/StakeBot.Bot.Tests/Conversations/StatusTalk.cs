using StakeBot.Bot.Chat;
using StakeBot.Bot.Ports;
using StakeBot.Core.Money;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;
using StakeBot.Testing;

namespace StakeBot.Bot.Tests.Conversations;

public sealed class StatusTalk
{
    [Fact]
    public async Task Status_says_totals_and_each_regime_in_its_own_words()
    {
        var chat = Talk.WithAviary();

        await chat.Says("/status");

        chat.Sees(
            "[DRY RUN] Aviary",
            "Equity 188.70 NMR = locked 149.00 + idle 21.50 + wallet 18.20",
            "Classic (Atomic, 4 rounds overlap): locked 94.00 NMR in 4 open rounds · idle 21.50 · the next round takes 21.50 of it",
            "• HERON: S 20.00 compound = 80.00 at full run, now 80.00 locked, pending −2.40",
            "Idle NMR does not suffice for the next round: 23.50 NMR wanted, 21.50 NMR there",
            "Signals (Legacy, 4 rounds overlap, the same NMR in all): staked 55.00 NMR · at risk 50.00 · pending release 5.00",
            "may still burn until then",
            "Last 1 resolved rounds: +1.25 NMR",
            "Two-percent rule: BROKEN by HERON",
            "4 rounds, about 1 week",
            "independent ones");
    }

    [Fact]
    public async Task An_account_that_cannot_be_read_is_a_sentence_and_changes_nothing()
    {
        FakeNumerai account = Aviary.Account();
        account.Fault = new NumeraiUnavailableException("Numerai did not answer (3 tries).");
        var chat = Talk.With(account, new FakeCharts());

        await chat.Says("/status");

        chat.SeesKind(ReplyKind.Failure).Sees("Numerai did not answer (3 tries).", "Nothing was changed.");
    }

    [Fact]
    public async Task A_bug_is_a_sentence_without_a_stack_trace()
    {
        FakeNumerai account = Aviary.Account();
        account.Fault = new InvalidOperationException("secret detail");
        var chat = Talk.With(account, new FakeCharts());

        await chat.Says("/status");

        chat.SeesKind(ReplyKind.Failure).Sees("SB-BUG", "Nothing was changed.").SeesNo("secret detail").SeesNo("   at ");
    }

    [Fact]
    public async Task What_could_not_be_read_is_said_and_held_NMR_is_part_of_the_equity()
    {
        Stake.Legacy tern = new(Some.Model("TERN", Tournament.Signals)) { Staked = new Nmr(3), PendingIncrease = new Nmr(2), PayoutPending = Nmr.Zero };
        TournamentStakes signals = new(Tournament.Signals, StakingRegime.Legacy, Some.Round(84, Tournament.Signals), 4, Nmr.Zero, [tern]);
        var chat = Talk.With(new FakeNumerai(Some.Snapshot(5) with { Tournaments = [signals], Notes = ["Idle NMR is not told."] }), new FakeCharts());

        await chat.Says("/status");

        chat.SeesKind(ReplyKind.Answer).Sees("Equity 10.00 NMR = locked 3.00", "+ held for increases 2.00", "Idle NMR is not told.");
    }

    [Fact]
    public async Task What_waits_to_be_claimed_is_told_with_its_amount_its_age_and_where()
    {
        UnclaimedStakes unclaimed = new("0xA51A7e0000000000000000000000000000005eed", new Nmr(2.5m), 3, new RoundNumber(1340));
        var chat = Talk.With(new FakeNumerai(Classic(unclaimed)), new FakeCharts());

        await chat.Says("/status");

        chat.SeesKind(ReplyKind.Answer).Sees(
            "Equity 74.50 NMR = locked 64.00 + idle 3.00 + wallet 5.00 + to be claimed 2.50",
            "On the chain: round 1403 is \"Closed\"",
            "To be claimed at 0xA51A…5eed: 2.50 NMR in 3 claims, the oldest of round 1340.",
            "no longer at risk",
            "Numerai claims and restakes by itself; after 7 days unclaimed it is finalised to the staker");
    }

    [Fact]
    public async Task That_nothing_waits_to_be_claimed_names_the_address_that_was_asked()
    {
        var chat = Talk.With(new FakeNumerai(Classic(new UnclaimedStakes("0xA51A7e0000000000000000000000000000005eed", Nmr.Zero, 0, null))), new FakeCharts());

        await chat.Says("/status");

        chat.Sees("Equity 72.00 NMR", "Nothing waits to be claimed at 0xA51A…5eed").SeesNo("to be claimed 0.00");
    }

    [Fact]
    public async Task Idle_NMR_that_is_not_told_is_not_told_to_be_nothing()
    {
        Stake.Atomic seen = Some.AtomicStake("A", 1) with { SettingSeenIn = new RoundNumber(1403) };
        var chat = Talk.With(new FakeNumerai(Some.Snapshot(5, 0, seen)), new FakeCharts());

        await chat.Says("/status");

        chat.Sees("+ idle (not told) + wallet 5.00", "idle not told · the next round asks for 1.00, if all settings are as they were").SeesNo("does not suffice").SeesNo("idle 0.00");
    }

    [Fact]
    public async Task An_account_without_stakes_and_history_is_still_told()
    {
        var chat = Talk.With(new FakeNumerai(Some.Snapshot(5)), new FakeCharts());

        await chat.Says("/status");

        chat.SeesKind(ReplyKind.Answer).Sees("Equity 5.00 NMR", "The history is too short");
    }

    [Fact]
    public async Task A_hostile_model_name_is_shown_short_and_harmless()
    {
        string name = "<b>" + '‮' + new string('x', 1000);
        var chat = Talk.With(new FakeNumerai(Some.Snapshot(5, 5, Some.AtomicStake(name))), new FakeCharts());

        await chat.Says("/status");

        chat.Sees("<b>xxx").SeesNo("‮").SeesNo(new string('x', 40));
        Assert.All(chat.Last.Lines, line => Assert.True(line.Length < 400));
    }

    [Fact]
    public async Task Data_are_read_anew_only_when_they_changed()
    {
        FakeNumerai account = Aviary.Account();
        var chat = Talk.With(account, new FakeCharts());

        await chat.Says("/status");
        await chat.Says("/risk");
        Assert.Equal(1, account.StakeReads);

        account.Version = 2;
        account.Snapshot = account.Snapshot with { Wallet = new Nmr(100) };
        await chat.Says("/status");
        Assert.Equal(2, account.StakeReads);
        chat.Sees("wallet 100.00");
    }

    private static StakeSnapshot Classic(UnclaimedStakes unclaimed)
    {
        StakeSnapshot snapshot = Some.Snapshot(5, 3, Some.AtomicStake("A", 1));
        return snapshot with { Tournaments = [snapshot.Tournaments[0] with { Unclaimed = unclaimed, OnChain = new ChainRound(new RoundNumber(1403), "Closed", false) }] };
    }
}

using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Execution.Records;
using StakeBot.Core.Proposals;

namespace StakeBot.Bot.Tests.Execution;

/// <summary>Steps that were confirmed and cannot be begun at once.</summary>
public sealed class WaitingStepsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_step_that_waited_is_checked_again_before_it_is_sent()
    {
        using Desk desk = await BlindAsync();
        await desk.Chat.Says("/policy set turnover 1%");
        desk.Get<LegacyScript>().IsReadable = true;
        await desk.Passes(TimeSpan.FromMinutes(5));
        Assert.Equal(ProposalState.Stale, await desk.State());
        Assert.Empty(desk.Get<LegacyScript>().Received);
    }

    [Fact]
    public async Task After_half_an_hour_without_sight_it_ends_aloud_and_the_lane_is_free()
    {
        using Desk desk = await BlindAsync();
        await desk.Passes(TimeSpan.FromMinutes(31));
        Assert.Equal(ProposalState.Expired, await desk.State());
        desk.Chat.Shows("was confirmed but not all of it was sent", "could not be read for 30 minutes");
        Assert.Null(await desk.Get<ProposalBook>().LaneAsync((await desk.Newest()).Proposal.Account, Ct));
        desk.Get<LegacyScript>().IsReadable = true;
        await desk.Passes(TimeSpan.FromHours(1));
        Assert.Empty(desk.Get<LegacyScript>().Received);
    }

    [Fact]
    public async Task It_can_be_recalled_until_it_is_begun()
    {
        using Desk desk = await BlindAsync();
        await desk.Chat.Says($"/cancel {(await desk.Newest()).Proposal.Code}");
        desk.Chat.Sees("cancelled", "Nothing was changed.");
        desk.Get<LegacyScript>().IsReadable = true;
        await desk.Passes(TimeSpan.FromHours(1));
        Assert.Equal(ProposalState.Cancelled, await desk.State());
        Assert.Empty(desk.Get<LegacyScript>().Received);
    }

    [Fact]
    public async Task A_restored_store_asks_for_what_was_not_begun_instead_of_going_on()
    {
        using Desk desk = await BlindAsync();
        await desk.Store.EnterSafeModeAsync("it was restored from a backup.", Ct);
        desk.Get<LegacyScript>().IsReadable = true;
        await desk.Passes(TimeSpan.FromMinutes(1));
        Assert.Equal(ProposalState.NeedsHuman, await desk.State());
        await desk.Store.LeaveSafeModeAsync(Ct);
        await desk.Passes(TimeSpan.FromHours(1));
        Assert.Empty(desk.Get<LegacyScript>().Received);
    }

    [Fact]
    public async Task What_a_restored_store_finds_pending_is_not_said_to_have_changed_nothing()
    {
        using Desk desk = await LiveDesk.OpenAsync();
        await desk.Chat.Says("/propose manual amounts:GULL=12");
        await desk.Store.EnterSafeModeAsync("it was restored from a backup.", Ct);
        await desk.Works();
        Assert.Equal(ProposalState.Expired, await desk.State());
        await desk.Chat.Says("/propose");
        desk.Chat.SeesKind(ReplyKind.Refusal).Sees("safe mode", "/resume");
        desk.Chat.Shows("expired", "what became of it after a backup is not known", "look at numer.ai before you make it again");
        Assert.DoesNotContain("Nothing was changed.", desk.Chat.On("web").Shown.Single(shown => shown.Text.Contains("expired", StringComparison.Ordinal)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_taken_is_told_when_the_settings_beside_it_are_called_off()
    {
        using Desk desk = await LiveDesk.OpenAsync();
        await desk.ConfirmsAsync("GULL=12,HERON=20");
        await desk.Passes(TimeSpan.FromMinutes(2));
        Assert.Equal(ProposalState.AwaitingUser, await desk.State());
        StoredProposal mixed = await desk.Newest();
        int taken = mixed.Legs.Single(leg => leg.State.WasTaken).Number;
        await desk.Chat.Says($"/cancel {mixed.Proposal.Code}");
        desk.Chat.Sees("partly done", $"✔ {taken}. GULL", "Nothing else was sent.");
        desk.Chat.SeesNo("Nothing was changed.");
        Assert.Equal(ProposalState.PartlyDone, await desk.State());
        await desk.Chat.Says($"/cancel {mixed.Proposal.Code}");
        desk.Chat.SeesKind(ReplyKind.Refusal).Sees("Nothing more was changed.");
    }

    [Fact]
    public async Task A_lost_step_of_a_replaced_proposal_is_still_looked_for()
    {
        using Desk desk = await LiveDesk.OpenAsync();
        LegacyScript numerai = desk.Get<LegacyScript>();
        Ports.Staking.StakeChangeOrder? lost = null;
        numerai.Answers = order =>
        {
            lost = order;
            return new Ports.Staking.StakeChangeAnswer.Doubtful("timeout", null);
        };
        await desk.ConfirmsAsync("GULL=12,HERON=20");
        await desk.Passes(TimeSpan.FromMinutes(20));
        StoredProposal first = await desk.Newest();
        Assert.Equal(LegState.NotApplied, first.Legs.Single(leg => leg.Baseline is not null).State);
        await desk.Chat.Says("/propose manual amounts:HERON=21");
        numerai.Apply(lost!);
        await desk.Passes(TimeSpan.FromHours(2));
        StoredProposal after = (await desk.Get<ProposalBook>().FindAsync(first.Proposal.Id, Ct))!;
        Assert.True(after.Legs.Single(leg => leg.Baseline is not null).State.WasTaken);
        desk.Chat.Shows("took it after all");
    }

    [Fact]
    public async Task A_setting_that_cannot_be_seen_for_a_week_ends_and_is_not_said_to_be_missing()
    {
        using Desk desk = await LiveDesk.OpenAsync();
        await desk.ConfirmsAsync("HERON=20");
        await desk.Passes(TimeSpan.FromMinutes(2));
        Assert.Equal(ProposalState.AwaitingUser, await desk.State());
        desk.Account.Fault = new Ports.NumeraiUnavailableException("The key was revoked.");
        await desk.Passes(TimeSpan.FromDays(6));
        Assert.Equal(ProposalState.AwaitingUser, await desk.State());
        await desk.Passes(TimeSpan.FromDays(2));
        Assert.Equal(ProposalState.Failed, await desk.State());
        desk.Chat.Shows("could not be read for 7 days", "is not known");
    }

    [Fact]
    public async Task By_a_clock_that_is_a_minute_off_nothing_is_sent()
    {
        using Desk desk = await LiveDesk.OpenAsync();
        desk.Get<ClockTrust>().Compared(TimeSpan.FromSeconds(-75));
        await desk.ConfirmsAsync("GULL=12");
        await desk.Passes(TimeSpan.FromMinutes(2));
        desk.Chat.Shows("was not sent", "clock differs from Numerai's by -75 s", "Nothing was changed.");
        Assert.Empty(desk.Get<LegacyScript>().Received);
    }

    // Confirmed, its grace is over, and Numerai cannot be read: it is to be carried out, and nothing is begun.
    private static async Task<Desk> BlindAsync()
    {
        Desk desk = await LiveDesk.OpenAsync();
        desk.Get<LegacyScript>().IsReadable = false;
        await desk.ConfirmsAsync("GULL=12");
        await desk.Passes(TimeSpan.FromMinutes(2));
        Assert.Equal(ProposalState.Executing, await desk.State());
        return desk;
    }
}

using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.Ports.Staking;
using StakeBot.Core.Proposals;
using StakeBot.NumeraiFake;
using StakeBot.NumeraiFake.Faults;

namespace StakeBot.Adapters.Tests.Faults;

/// <summary>Whatever Numerai answers: one post, and what is not clear is read back (F8–F11, F13–F20, F22).</summary>
public sealed class AnswerFaultTests
{
    private static readonly TimeSpan BeyondQuarantine = TimeSpan.FromMinutes(25);

    public static TheoryData<FaultReply, int> Doubtful { get; } = new()
    {
        { FaultReply.Silence, 0 },
        { FaultReply.Reset, 0 },
        { FaultReply.Close, 0 },
        { FaultReply.Status, 500 },
        { FaultReply.Status, 502 },
        { FaultReply.Status, 503 },
        { FaultReply.Status, 504 },
        { FaultReply.TooMany, 0 },
        { FaultReply.Error, 0 },
        { FaultReply.DataAndErrors, 0 },
        { FaultReply.Html, 0 },
        { FaultReply.Truncated, 0 },
        { FaultReply.Garbage, 0 },
    };

    [Theory]
    [MemberData(nameof(Doubtful))]
    public async Task F8_F11_F13_F15_F16_F17_What_was_taken_without_a_clear_answer_is_seen_by_reading(FaultReply reply, int status)
    {
        await using ExecutionUnderFaults bot = await ExecutionUnderFaults.StartAsync();
        bot.GoesWrong(new Fault(reply, FaultEffect.Applied) { Status = status });
        await bot.ConfirmedAsync();

        await bot.PassesAsync(TimeSpan.FromMinutes(2));

        await bot.RestsAsync(ProposalState.Done, applied: 1, posts: 1);
    }

    [Theory]
    [MemberData(nameof(Doubtful))]
    public async Task F8_F11_F13_F14_F15_F17_What_was_not_taken_counts_as_not_taken_after_the_quarantine_and_is_never_sent_again(FaultReply reply, int status)
    {
        await using ExecutionUnderFaults bot = await ExecutionUnderFaults.StartAsync();
        bot.GoesWrong(new Fault(reply) { Status = status, RetryAfter = TimeSpan.FromSeconds(3) });
        await bot.ConfirmedAsync();

        await bot.PassesAsync(TimeSpan.FromMinutes(9));
        Assert.Equal(ProposalState.Unknown, await bot.StateAsync());
        await bot.PassesAsync(BeyondQuarantine);

        await bot.RestsAsync(ProposalState.Failed, applied: 0, posts: 1);
    }

    [Fact]
    public async Task F9_What_is_taken_five_minutes_late_is_seen_within_the_quarantine()
    {
        await using ExecutionUnderFaults bot = await ExecutionUnderFaults.StartAsync();
        bot.GoesWrong(new Fault(FaultReply.Silence, FaultEffect.AppliedLater) { Later = TimeSpan.FromMinutes(5) });
        await bot.ConfirmedAsync();

        await bot.PassesAsync(BeyondQuarantine);

        await bot.RestsAsync(ProposalState.Done, applied: 1, posts: 1);
    }

    [Fact]
    public async Task F10_What_is_taken_half_an_hour_late_raises_an_alarm_and_blocks_the_next_one()
    {
        await using ExecutionUnderFaults bot = await ExecutionUnderFaults.StartAsync();
        bot.GoesWrong(new Fault(FaultReply.Silence, FaultEffect.AppliedLater) { Later = TimeSpan.FromMinutes(30) });
        await bot.ConfirmedAsync();
        ProposalId late = bot.Id;
        await bot.PassesAsync(BeyondQuarantine);
        await bot.RestsAsync(ProposalState.Failed, applied: 0, posts: 1);

        ProposalId again = await bot.ProposeAsync();
        await bot.PassesAsync(TimeSpan.FromMinutes(10));
        Assert.IsType<Bot.Execution.Deciding.Decision.Refused>(await bot.ConfirmAsync());
        Assert.Equal(ProposalState.Stale, await bot.StateAsync());
        await bot.PassesAsync(TimeSpan.FromMinutes(30));

        StoredProposal first = (await bot.Get<ProposalBook>().FindAsync(late, TestContext.Current.CancellationToken))!;
        Assert.NotEqual(late, again);
        Assert.Equal((ProposalState.Done, 1, 1), (first.Proposal.State, bot.Applied, bot.Posts));
        Assert.Contains("took it after all", Assert.Single(await bot.AlertsAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task F15_F32_A_refusal_that_is_known_to_come_first_ends_it_at_once()
    {
        await using ExecutionUnderFaults bot = await ExecutionUnderFaults.StartAsync();
        bot.GoesWrong(new Fault(FaultReply.Error) { Message = "Your session is invalid or has expired." });
        await bot.ConfirmedAsync();

        await bot.PassesAsync(TimeSpan.FromMinutes(1));

        await bot.RestsAsync(ProposalState.Failed, applied: 0, posts: 1);
        Assert.Contains("does not accept the key", (await bot.LegAsync()).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task F16_An_answer_about_another_amount_is_not_believed_and_the_account_is_read()
    {
        await using ExecutionUnderFaults bot = await ExecutionUnderFaults.StartAsync();
        bot.GoesWrong(new Fault(FaultReply.OtherAmount, FaultEffect.Applied));
        await bot.ConfirmedAsync();
        await bot.PassesAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(ProposalState.Unknown, await bot.StateAsync());

        await bot.PassesAsync(TimeSpan.FromMinutes(1));

        await bot.RestsAsync(ProposalState.Done, applied: 1, posts: 1);
    }

    [Theory]
    [InlineData(PendingMode.Replace)]
    [InlineData(PendingMode.Add)]
    public async Task F16_F20_Another_amount_in_the_account_needs_the_owner(PendingMode mode)
    {
        await using ExecutionUnderFaults bot = await ExecutionUnderFaults.StartAsync(mode);
        bot.GoesWrong(new Fault(FaultReply.Reset, FaultEffect.Applied));
        await bot.ConfirmedAsync();
        await bot.PassesAsync(TimeSpan.FromSeconds(1));

        await bot.OwnerChangesAsync(StakeChangeKind.Increase, 2);
        await bot.PassesAsync(TimeSpan.FromMinutes(1));

        await bot.RestsAsync(ProposalState.NeedsHuman, applied: 2, posts: 2);
        Assert.Contains("cannot tell whether", Assert.Single(await bot.AlertsAsync()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PendingMode.Replace, FaultEffect.Applied, ProposalState.Done, 2)]
    [InlineData(PendingMode.Add, FaultEffect.Applied, ProposalState.NeedsHuman, 2)]
    [InlineData(PendingMode.Refuse, FaultEffect.Applied, ProposalState.Done, 1)]
    [InlineData(PendingMode.Replace, FaultEffect.None, ProposalState.Done, 1)]
    public async Task F20_The_same_change_made_by_hand_meanwhile_is_one_request_or_needs_the_owner(PendingMode mode, FaultEffect effect, ProposalState state, int applied)
    {
        await using ExecutionUnderFaults bot = await ExecutionUnderFaults.StartAsync(mode);
        bot.GoesWrong(new Fault(FaultReply.Reset, effect));
        await bot.ConfirmedAsync(by: 1.25m);
        await bot.PassesAsync(TimeSpan.FromSeconds(1));

        await bot.OwnerChangesAsync(StakeChangeKind.Increase, 1.25m);
        await bot.PassesAsync(TimeSpan.FromMinutes(1));

        await bot.RestsAsync(state, applied, posts: 2);
    }

    [Fact]
    public async Task F18_Readings_that_lag_two_minutes_never_prove_anything()
    {
        await using ExecutionUnderFaults bot = await ExecutionUnderFaults.StartAsync();
        bot.GoesWrong(new Fault(FaultReply.Reset, FaultEffect.Applied));
        await bot.ConfirmedAsync();
        bot.Server.TellOldAccount(TimeSpan.FromMinutes(2));

        await bot.PassesAsync(TimeSpan.FromSeconds(110));
        Assert.Equal(ProposalState.Unknown, await bot.StateAsync());
        await bot.PassesAsync(TimeSpan.FromMinutes(5));

        await bot.RestsAsync(ProposalState.Done, applied: 1, posts: 1);
    }

    [Theory]
    [InlineData(FaultEffect.None, 0)]
    [InlineData(FaultEffect.Applied, 1)]
    public async Task F19_An_hour_without_sight_needs_the_owner_and_blocks_the_lane(FaultEffect effect, int applied)
    {
        await using ExecutionUnderFaults bot = await ExecutionUnderFaults.StartAsync();
        bot.GoesWrong(new Fault(FaultReply.Reset, effect));
        await bot.ConfirmedAsync();
        await bot.PassesAsync(TimeSpan.Zero);
        bot.Server.Faults.AllReads(new Fault(FaultReply.Status) { Status = 503 });

        await bot.PassesAsync(TimeSpan.FromMinutes(80));

        await bot.RestsAsync(ProposalState.NeedsHuman, applied, posts: 1);
        Assert.Contains("could not be read for an hour", Assert.Single(await bot.AlertsAsync()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PendingMode.Replace)]
    [InlineData(PendingMode.Add)]
    [InlineData(PendingMode.Refuse)]
    public async Task F22_A_request_that_is_pending_already_stops_it_before_anything_is_sent(PendingMode mode)
    {
        await using ExecutionUnderFaults bot = await ExecutionUnderFaults.StartAsync(mode);
        await bot.ConfirmedAsync(shape: proposal => proposal with { Grace = TimeSpan.FromSeconds(30) });

        await bot.OwnerChangesAsync(StakeChangeKind.Decrease, 0.5m);
        await bot.PassesAsync(TimeSpan.FromMinutes(1));

        await bot.RestsAsync(ProposalState.Stale, applied: 1, posts: 1);
    }
}

using Microsoft.Extensions.DependencyInjection;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Execution.Deciding;
using StakeBot.Bot.People;
using StakeBot.Bot.Ports.Staking;
using StakeBot.Core.Proposals;
using StakeBot.NumeraiFake.Faults;
using StakeBot.StoreVictim.Executing;

namespace StakeBot.Adapters.Tests.Faults;

/// <summary>People, runs and clocks that get in each other's way; lines that are down; time that runs out (F12, F21, F23, F24, F26, F30–F33, F36).</summary>
public sealed class RaceAndClockTests
{
    private readonly WatchedSending _sending = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task F12_What_finds_no_connection_has_not_left_and_is_tried_again()
    {
        await using ExecutionUnderFaults bot = await StartAsync();
        _sending.Unreachable = 3;
        await bot.ConfirmedAsync();

        await bot.PassesAsync(TimeSpan.FromMinutes(3));

        await bot.RestsAsync(ProposalState.Done, applied: 1, posts: 1);
        Assert.Equal(4, (await bot.LegAsync()).Attempts);
    }

    [Fact]
    public async Task F12_After_five_tries_it_is_given_up_and_told()
    {
        await using ExecutionUnderFaults bot = await StartAsync();
        _sending.Unreachable = int.MaxValue;
        await bot.ConfirmedAsync();

        await bot.PassesAsync(TimeSpan.FromMinutes(10));

        await bot.RestsAsync(ProposalState.Failed, applied: 0, posts: 0);
    }

    [Fact]
    public async Task F12_F36_A_round_that_closes_between_two_tries_ends_it_aloud()
    {
        await using ExecutionUnderFaults bot = await StartAsync();
        _sending.Unreachable = int.MaxValue;
        await bot.ConfirmedAsync(shape: proposal => proposal with { ExecuteBefore = bot.Time.GetUtcNow().AddSeconds(12) });

        await bot.PassesAsync(TimeSpan.FromMinutes(10));

        await bot.RestsAsync(ProposalState.Expired, applied: 0, posts: 0);
        Assert.Contains("the round closed", Assert.Single(await bot.AlertsAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task F36_What_could_not_be_begun_before_the_round_closed_is_told_aloud()
    {
        await using ExecutionUnderFaults bot = await StartAsync();
        await bot.ConfirmedAsync(shape: proposal => proposal with { ExecuteBefore = bot.Time.GetUtcNow().AddMinutes(5) });
        bot.Server.Faults.AllReads(new Fault(FaultReply.Status) { Status = 503 });

        await bot.PassesAsync(TimeSpan.FromMinutes(10));

        await bot.RestsAsync(ProposalState.Expired, applied: 0, posts: 0);
        Assert.Single(await bot.AlertsAsync());
    }

    [Fact]
    public async Task F21_A_stake_that_moved_since_the_proposal_stops_it()
    {
        await using ExecutionUnderFaults bot = await StartAsync();
        await bot.ConfirmedAsync(shape: proposal => proposal with { Grace = TimeSpan.FromDays(3), ExecuteBefore = null });

        await bot.OwnerChangesAsync(StakeChangeKind.Increase, 3);
        bot.Time.Advance(TimeSpan.FromDays(3));
        Assert.Null((await bot.ReadAsync()).Pending);
        await bot.PassesAsync(TimeSpan.FromMinutes(1));

        await bot.RestsAsync(ProposalState.Stale, applied: 1, posts: 1);
    }

    [Fact]
    public async Task F23_Of_fifty_taps_at_once_one_confirms_and_the_others_are_told_so()
    {
        await using ExecutionUnderFaults bot = await StartAsync();
        await bot.ProposeAsync();

        Decision[] decisions = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(bot.ConfirmAsync, Ct)));
        await bot.PassesAsync(TimeSpan.FromMinutes(2));

        Assert.Single(decisions.OfType<Decision.Taken>());
        Assert.All(decisions.OfType<Decision.Refused>(), refused => Assert.Contains("Already confirmed", refused.Reason, StringComparison.Ordinal));
        await bot.RestsAsync(ProposalState.Done, applied: 1, posts: 1);
    }

    [Fact]
    public async Task F24_A_stop_and_the_executor_at_the_same_moment_have_one_winner()
    {
        await using ExecutionUnderFaults bot = await StartAsync();
        await bot.ConfirmedAsync();

        Task<Decision> stop = Task.Run(() => bot.Get<Cancellation>().CancelAsync(ProposedChange.Confirmer(), bot.Id, null, Ct), Ct);
        await bot.PassesAsync(TimeSpan.FromMinutes(2));

        bool isStopped = await stop is Decision.Taken;
        await bot.RestsAsync(isStopped ? ProposalState.Cancelled : ProposalState.Done, isStopped ? 0 : 1, isStopped ? 0 : 1);
    }

    [Fact]
    public async Task F24_Who_stops_it_while_it_is_sent_is_told_that_it_goes_on()
    {
        await using ExecutionUnderFaults bot = await StartAsync();
        Decision? stop = null;
        _sending.Before = async () => stop = await bot.Get<Cancellation>().CancelAsync(ProposedChange.Confirmer(), bot.Id, null, Ct);
        await bot.ConfirmedAsync();

        await bot.PassesAsync(TimeSpan.FromMinutes(2));

        Assert.Contains("cannot be recalled", Assert.IsType<Decision.Refused>(stop).Reason, StringComparison.Ordinal);
        await bot.RestsAsync(ProposalState.Done, applied: 1, posts: 1);
    }

    [Fact]
    public async Task F26_A_run_that_was_frozen_after_its_claim_does_not_send_when_it_thaws()
    {
        await using ExecutionUnderFaults bot = await StartAsync();
        TaskCompletionSource frozen = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource thaw = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _sending.Before = () =>
        {
            frozen.SetResult();
            return thaw.Task;
        };
        await bot.ConfirmedAsync();
        Task<DateTimeOffset?> first = bot.Get<Executor>().RunOnceAsync(Ct);
        await frozen.Task.WaitAsync(Ct);

        await using ServiceProvider second = bot.Beside();
        await second.GetRequiredService<Executor>().RunOnceAsync(Ct);
        Assert.Equal(LegState.Unknown, (await bot.LegAsync()).State);
        bot.Time.Advance(TimeSpan.FromSeconds(21));
        thaw.SetResult();
        await first;
        await bot.PassesAsync(TimeSpan.FromMinutes(25));

        await bot.RestsAsync(ProposalState.Failed, applied: 0, posts: 0);
    }

    [Theory]
    [InlineData(true, 60)]
    [InlineData(true, -60)]
    [InlineData(false, 60)]
    [InlineData(false, -60)]
    public async Task F30_A_clock_that_jumps_an_hour_never_makes_it_twice(bool isBeforeSending, int minutes)
    {
        await using ExecutionUnderFaults bot = await StartAsync();
        void Jump()
        {
            (_sending.Before, _sending.After) = (null, null);
            bot.Time.AdjustTime(bot.Time.GetUtcNow().AddMinutes(minutes));
        }

        if (isBeforeSending)
        {
            _sending.Before = () =>
            {
                Jump();
                return Task.CompletedTask;
            };
        }
        else
        {
            _sending.After = Jump;
        }
        bot.GoesWrong(new Fault(FaultReply.Reset, FaultEffect.Applied));
        await bot.ConfirmedAsync();

        await bot.PassesAsync(TimeSpan.FromHours(3));

        ProposalState state = await bot.StateAsync();
        Assert.Contains(state, (ProposalState[])[ProposalState.Done, ProposalState.NeedsHuman]);
        await bot.RestsAsync(state, applied: 1, posts: 1);
    }

    [Fact]
    public async Task F31_A_confirmation_of_somebody_who_lost_his_role_is_not_executed()
    {
        await using ExecutionUnderFaults bot = await StartAsync();
        await bot.ProposeAsync();
        Person ann = new(new PlatformIdentity("telegram", "7", "Ann"), Role.Approver);
        Assert.IsType<Decision.Taken>(await bot.Get<Confirmation>().ConfirmAsync(ann, bot.Id, 1, null, Ct));

        await bot.PassesAsync(TimeSpan.FromMinutes(2));

        await bot.RestsAsync(ProposalState.Failed, applied: 0, posts: 0);
        Assert.Contains("may not confirm any more", (await bot.StoredAsync()).Proposal.Ending, StringComparison.Ordinal);
    }

    [Fact]
    public async Task F33_Asked_to_end_while_it_sends_it_writes_down_the_answer_first()
    {
        await using ExecutionUnderFaults bot = await StartAsync();
        using CancellationTokenSource ending = new();
        _sending.Before = () =>
        {
            ending.Cancel();
            return Task.CompletedTask;
        };
        await bot.ConfirmedAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bot.Get<Executor>().RunOnceAsync(ending.Token));
        Assert.Equal(LegState.Submitted, (await bot.LegAsync()).State);
        _sending.Before = null;
        bot.Restart();
        await bot.PassesAsync(TimeSpan.FromMinutes(2));

        await bot.RestsAsync(ProposalState.Done, applied: 1, posts: 1);
    }

    [Fact]
    public async Task Paused_between_two_tries_it_is_not_tried_again()
    {
        await using ExecutionUnderFaults bot = await StartAsync();
        _sending.Unreachable = 1;
        await bot.ConfirmedAsync();
        await bot.PassesAsync(TimeSpan.Zero);

        await bot.Get<PauseSwitch>().PauseAsync(ProposedChange.Confirmer(), "stop", Ct);
        await bot.PassesAsync(TimeSpan.FromMinutes(5));

        await bot.RestsAsync(ProposalState.Stale, applied: 0, posts: 0);
    }

    private Task<ExecutionUnderFaults> StartAsync() => ExecutionUnderFaults.StartAsync(more: _sending.Register);
}

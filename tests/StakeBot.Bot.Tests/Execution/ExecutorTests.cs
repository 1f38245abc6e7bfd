using Microsoft.Extensions.Time.Testing;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Execution.Making;
using StakeBot.Bot.Execution.Records;
using StakeBot.Core.Proposals;
using StakeBot.Testing;

namespace StakeBot.Bot.Tests.Execution;

public sealed class ExecutorTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_release_that_is_due_in_three_months_is_waited_for()
    {
        FakeTimeProvider time = new(Some.Moment);
        using ExecutorSignal signal = new();
        Task wait = signal.WaitAsync(Some.Moment.AddDays(90), time, Ct);
        Assert.False(wait.IsCompleted);
        time.Advance(TimeSpan.FromHours(1));
        await wait;
    }

    [Fact]
    public async Task One_proposal_that_cannot_be_taken_on_does_not_stop_the_others()
    {
        using Desk desk = new();
        await desk.Chat.Says("/propose");
        StoredProposal odd = await desk.Newest();
        // No desk of this bot serves it: the Numerai key it was sent with is gone.
        StoredProposal watched = odd.With(odd.Legs[0] with { State = LegState.NotApplied, NotBefore = desk.Time.GetUtcNow() });
        watched = watched with { Proposal = watched.Proposal with { Mode = ExecutionMode.Live, State = ProposalState.Failed } };
        await desk.Get<ProposalBook>().TryChangeAsync(odd, watched, ProposalChange.ByItself("test", new { }), Ct);
        desk.Time.Advance(TimeSpan.FromSeconds(1));
        await desk.Chat.Says("/propose");
        desk.Time.Advance(TimeSpan.FromDays(1));

        await Assert.ThrowsAsync<InvalidOperationException>(() => desk.Get<Executor>().RunOnceAsync(Ct));
        Assert.Equal(ProposalState.Expired, await desk.State());
    }

    [Fact]
    public void Of_many_differences_some_are_named_and_the_rest_counted()
    {
        string words = DriftCheck.Words([.. Enumerable.Range(1, 40).Select(i => $"MODEL{i} 10.00 → 11.00 NMR")]);
        Assert.EndsWith("MODEL8 10.00 → 11.00 NMR · and 32 more", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_vanishes_before_it_is_due_is_told_and_not_called_in_effect()
    {
        using Desk desk = await LiveDesk.OpenAsync();
        StoredProposal confirmed = await desk.ConfirmsAsync("GULL=12");
        await desk.Passes(TimeSpan.FromMinutes(2));
        Assert.Equal(ProposalState.Done, await desk.State());
        await desk.Passes(TimeSpan.FromDays(3));
        desk.Get<LegacyScript>().TakeBack(confirmed.Legs[0].Change.Model);
        await desk.Passes(TimeSpan.FromDays(2));
        desk.Chat.Shows("does not tell of the request any more, before it was due");
        await desk.Passes(TimeSpan.FromDays(40));
        Assert.Equal(LegState.Observed, (await desk.Newest()).Legs[0].State);
    }

    [Fact]
    public async Task What_cannot_be_read_for_a_week_is_watched_no_longer_and_that_is_told()
    {
        using Desk desk = await LiveDesk.OpenAsync();
        await desk.ConfirmsAsync("GULL=12");
        await desk.Passes(TimeSpan.FromMinutes(2));
        desk.Get<LegacyScript>().IsReadable = false;
        await desk.Passes(TimeSpan.FromDays(6));
        Assert.False((await desk.Newest()).IsOver);
        await desk.Passes(TimeSpan.FromDays(4));
        desk.Chat.Shows("it was taken, but it could not be read for a week", "I changed nothing.");
        Assert.True((await desk.Newest()).IsOver);
    }

    [Fact]
    public async Task A_request_that_is_gone_when_it_is_due_has_taken_effect()
    {
        using Desk desk = await LiveDesk.OpenAsync();
        StoredProposal confirmed = await desk.ConfirmsAsync("GULL=12");
        await desk.Passes(TimeSpan.FromMinutes(2));
        DateTimeOffset due = (await desk.Newest()).Legs[0].Due!.Value;
        await desk.Passes(due - desk.Time.GetUtcNow() - TimeSpan.FromMinutes(1));
        Assert.Equal(LegState.Observed, (await desk.Newest()).Legs[0].State);
        desk.Get<LegacyScript>().TakeBack(confirmed.Legs[0].Change.Model);
        await desk.Passes(TimeSpan.FromMinutes(2));
        Assert.Equal(LegState.Settled, (await desk.Newest()).Legs[0].State);
    }
}

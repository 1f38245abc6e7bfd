using Microsoft.Extensions.Hosting;
using StakeBot.Bot.Execution;
using StakeBot.Core.Proposals;

namespace StakeBot.Bot.Tests.Execution;

public sealed class StoppingTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stop_waits_for_the_change_that_is_being_sent_and_it_is_written_down()
    {
        using Desk desk = new(ExecutionMode.DryRun, more: LegacyScript.Add);
        TaskCompletionSource sending = new();
        TaskCompletionSource answered = new();
        desk.Get<LegacyScript>().Before = () =>
        {
            sending.SetResult();
            return answered.Task;
        };
        await desk.Chat.Says("/mode live");
        await desk.Chat.Says($"/mode live {desk.Chat.Last.Lines[1].Split(' ')[^1]}");
        await desk.Chat.Says("/policy set step-up 20%");
        await desk.Chat.Says("/propose manual amounts:GULL=12");
        await desk.Chat.Presses("Confirm");
        if (await desk.State() == ProposalState.Pending)
            await desk.Chat.Says($"/confirm {(await desk.Newest()).Proposal.Code} 3.00");
        Assert.Equal(ProposalState.Grace, await desk.State());
        desk.Time.Advance(TimeSpan.FromSeconds(30));
        ExecutorLoop loop = desk.Get<IEnumerable<IHostedService>>().OfType<ExecutorLoop>().Single();

        await loop.StartAsync(Ct);
        await sending.Task.WaitAsync(Ct);
        Task stop = loop.StopAsync(CancellationToken.None);
        Assert.False(stop.IsCompleted);
        answered.SetResult();
        await stop;

        Assert.Equal(LegState.Submitted, (await desk.Newest()).Legs[0].State);
        Assert.Single(desk.Get<LegacyScript>().Received);
    }
}

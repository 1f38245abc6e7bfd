using Microsoft.Extensions.DependencyInjection;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Jobs;
using StakeBot.Core.Proposals;
using StakeBot.NumeraiFake.Faults;
using StakeBot.StoreVictim.Executing;

namespace StakeBot.Adapters.Tests.Faults;

/// <summary>The process is killed at a named place and a new run takes up what is in the folder (F1–F7, F37).</summary>
public sealed class KilledProcessTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task F1_Killed_before_the_confirmation_is_durable_it_is_open_still_and_can_be_confirmed()
    {
        await using ExecutionUnderFaults bot = await KilledAsync("before-confirm");
        Assert.Equal(ProposalState.Pending, await bot.StateAsync());
        Assert.Equal(0, bot.Posts);

        Assert.IsType<Bot.Execution.Deciding.Decision.Taken>(await bot.ConfirmAsync());
        await bot.PassesAsync(TimeSpan.FromMinutes(2));

        await bot.RestsAsync(ProposalState.Done, applied: 1, posts: 1);
    }

    [Fact]
    public async Task F2_Killed_after_the_confirmation_it_is_executed_once_by_the_next_run()
    {
        await using ExecutionUnderFaults bot = await KilledAsync("after-confirm");
        Assert.Equal(ProposalState.Grace, await bot.StateAsync());

        await bot.PassesAsync(TimeSpan.FromMinutes(2));

        await bot.RestsAsync(ProposalState.Done, applied: 1, posts: 1);
    }

    [Theory]
    [InlineData("before-claim", 1, ProposalState.Done)]
    [InlineData("after-claim", 0, ProposalState.Failed)]
    [InlineData("before-send", 0, ProposalState.Failed)]
    [InlineData("after-send", 1, ProposalState.Done)]
    [InlineData("before-result", 1, ProposalState.Done)]
    public async Task F3_F6_Killed_around_the_sending_nothing_is_sent_that_may_have_been_sent(string where, int applied, ProposalState state)
    {
        await using ExecutionUnderFaults bot = await KilledAsync(where);

        await bot.PassesAsync(TimeSpan.FromMinutes(9));
        if (state == ProposalState.Failed)
            Assert.Equal(ProposalState.Unknown, await bot.StateAsync());
        await bot.PassesAsync(TimeSpan.FromMinutes(20));

        await bot.RestsAsync(state, applied, posts: applied);
    }

    [Theory]
    [InlineData(FaultEffect.Applied, 1, ProposalState.Done)]
    [InlineData(FaultEffect.None, 0, ProposalState.Failed)]
    public async Task F4_F5_F37_Killed_while_the_answer_is_waited_for_it_is_found_out_by_reading(FaultEffect effect, int applied, ProposalState state)
    {
        await using ExecutionUnderFaults bot = await ExecutionUnderFaults.StartAsync();
        TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
        bot.Server.Faults.Happening = _ => arrived.SetResult();
        bot.Server.Faults.NextMutations(new Fault(FaultReply.Silence, effect));
        bot.Store.Close();
        using (ExecutingVictim victim = ExecutingVictim.Start(bot, by: 1.25m))
        {
            await arrived.Task.WaitAsync(Ct);
            await victim.KillAsync(0, 0);
        }
        await bot.TakesUpAsync();
        Assert.Equal(LegState.Submitting, (await bot.LegAsync()).State);

        await bot.PassesAsync(TimeSpan.FromMinutes(25));

        await bot.RestsAsync(state, applied, posts: 1);
    }

    [Theory]
    [InlineData("before-shown", 0)]
    [InlineData("after-shown", 1)]
    public async Task F7_Killed_while_the_outcome_is_shown_it_is_shown_again_in_the_same_message(string where, int before)
    {
        string screen = Path.Combine(AppContext.BaseDirectory, $"screen-{Guid.NewGuid():N}.txt");
        await File.WriteAllTextAsync(screen, "", Ct);
        await using ExecutionUnderFaults bot = await KilledAsync(where, screen);
        string[] shown = await File.ReadAllLinesAsync(screen, Ct);
        Assert.Equal(before, shown.Length);

        await bot.PassesAsync(TimeSpan.FromMinutes(2));
        await bot.RestsAsync(ProposalState.Done, applied: 1, posts: 1);
        await bot.Get<OutboxSender>().DrainAsync(Ct);

        shown = await File.ReadAllLinesAsync(screen, Ct);
        File.Delete(screen);
        Assert.All(shown, line => Assert.StartsWith("edit: ", line, StringComparison.Ordinal));
        Assert.Contains($"{(await bot.StoredAsync()).Proposal.Code} done", shown[^1], StringComparison.Ordinal);
    }

    private static async Task<ExecutionUnderFaults> KilledAsync(string where, string? screen = null)
    {
        ExecutionUnderFaults bot = await ExecutionUnderFaults.StartAsync(
            more: screen is null ? null : services => services.AddSingleton<IChat>(new WrittenSurface(screen)));
        bot.Store.Close();
        using (ExecutingVictim victim = ExecutingVictim.Start(bot, by: 1.25m, where, screen))
            Assert.DoesNotContain(screen is null ? "executed" : "shown", await victim.DiesAsync());
        await bot.TakesUpAsync();
        return bot;
    }
}

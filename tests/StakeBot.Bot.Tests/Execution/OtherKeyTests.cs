using Microsoft.Extensions.DependencyInjection;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.Linking;
using StakeBot.Bot.Ports;
using StakeBot.Bot.Ports.Secrets;
using StakeBot.Bot.Ports.Staking;
using StakeBot.Core.Proposals;
using StakeBot.Testing;

namespace StakeBot.Bot.Tests.Execution;

public sealed class OtherKeyTests : IDisposable
{
    private const string First = "is the first change with this key";

    private readonly Desk _desk = new(ExecutionMode.DryRun, more: services =>
    {
        LegacyScript.Add(services);
        services.AddSingleton<IKeyCheck>(SomeKeys.Check()).AddSingleton<ISecretVault, FakeVault>();
    });

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private LegacyScript Numerai => _desk.Get<LegacyScript>();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task What_was_proposed_with_another_key_is_out_of_date_and_the_fresh_one_is_the_first_of_the_new_key()
    {
        Proposal old = await ProposedAfterAFirstChangeAsync();
        Assert.DoesNotContain(First, old.StepUpWhy ?? "", StringComparison.Ordinal);
        await LinkAsync();

        await ConfirmAsync(old);
        _desk.Chat.Sees("another key was linked", "Nothing was changed.");

        Assert.Equal(ProposalState.Stale, (await StoredAsync(old)).State);
        Proposal fresh = (await _desk.Newest()).Proposal;
        Assert.Equal(ProposalState.Pending, fresh.State);
        Assert.Contains(First, fresh.StepUpWhy, StringComparison.Ordinal);
        Assert.Single(Numerai.Received);
    }

    [Fact]
    public async Task A_key_that_is_linked_while_a_change_can_still_be_stopped_stops_it()
    {
        Proposal old = await ProposedAfterAFirstChangeAsync();
        await ConfirmAsync(old);
        Assert.Equal(ProposalState.Grace, (await StoredAsync(old)).State);
        await LinkAsync();

        await _desk.Passes(TimeSpan.FromMinutes(1));

        Assert.Equal(ProposalState.Stale, (await StoredAsync(old)).State);
        Assert.Contains("another key was linked", (await StoredAsync(old)).Ending, StringComparison.Ordinal);
        Assert.Single(Numerai.Received);
    }

    [Fact]
    public async Task A_step_that_waits_to_be_sent_again_is_not_sent_with_another_key()
    {
        Numerai.Answers = _ => new StakeChangeAnswer.NotSent("no connection");
        Proposal first = await FirstConfirmedAsync();
        await _desk.Passes(TimeSpan.FromSeconds(31));
        Assert.Equal(ProposalState.Executing, (await StoredAsync(first)).State);
        int tries = Numerai.Received.Count;
        await LinkAsync();

        await _desk.Passes(TimeSpan.FromMinutes(5));

        Assert.Equal((ProposalState.Stale, "another key was linked"), ((await StoredAsync(first)).State, (await StoredAsync(first)).Ending));
        Assert.Equal(tries, Numerai.Received.Count);
    }

    private async Task<Proposal> FirstConfirmedAsync()
    {
        await LinkAsync();
        await _desk.Chat.Says("/mode live");
        await _desk.Chat.Says($"/mode live {_desk.Chat.Last.Lines[1].Split(' ')[^1]}");
        await _desk.Chat.Says("/propose manual amounts:GULL=12");
        Proposal first = (await _desk.Newest()).Proposal;
        Assert.Contains(First, first.StepUpWhy, StringComparison.Ordinal);
        await ConfirmAsync(first);
        return first;
    }

    private async Task<Proposal> ProposedAfterAFirstChangeAsync()
    {
        Proposal first = await FirstConfirmedAsync();
        await _desk.Passes(TimeSpan.FromMinutes(2));
        Assert.Equal(ProposalState.Done, (await StoredAsync(first)).State);
        await _desk.Chat.Says("/propose");
        return (await _desk.Newest()).Proposal;
    }

    private async Task LinkAsync()
    {
        _desk.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.IsType<LinkOutcome.Linked>(await _desk.Get<KeyLinking>().LinkAsync(KeyUse.Staking, SomeKeys.Staking, "console:local", Ct));
    }

    private async Task ConfirmAsync(Proposal proposal) => await _desk.Chat.Says($"/confirm {proposal.Code} {proposal.StepUp ?? proposal.CheckCode}");

    private async Task<Proposal> StoredAsync(Proposal proposal) => (await _desk.Get<ProposalBook>().FindAsync(proposal.Id, Ct))!.Proposal;
}

using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;
using StakeBot.Core.Proposals;

namespace StakeBot.Bot.Tests.Conversations;

public sealed class CancelTalk : IDisposable
{
    private readonly Desk _desk = new(ExecutionMode.DryRun);

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Cancelling_says_who_and_why_and_that_nothing_was_changed()
    {
        await _desk.Chat.Says("/propose");
        string code = (await _desk.Newest()).Proposal.Code;
        await _desk.Chat.Says($"/cancel {code} why:\"wait for Monday\"");
        _desk.Chat.Sees($"{code} cancelled", "the owner", "wait for Monday", "Nothing was changed.");
        await _desk.Chat.Says($"/cancel {code}");
        _desk.Chat.SeesKind(ReplyKind.Refusal).Sees("is over", "Nothing more was changed.");
    }

    [Fact]
    public async Task In_its_grace_a_confirmed_proposal_can_be_stopped_until_the_last_moment()
    {
        await _desk.Chat.Says("/propose");
        await _desk.Chat.Presses("Confirm");
        Assert.Equal(ProposalState.Grace, await _desk.State());
        await _desk.Passes(TimeSpan.FromSeconds(29.9));
        await _desk.Chat.Presses("Stop");
        _desk.Chat.Sees("stopped", "Nothing was changed.");
        await _desk.Passes(TimeSpan.FromMinutes(5));
        Assert.Equal(ProposalState.Cancelled, await _desk.State());
    }

    [Fact]
    public async Task After_its_grace_it_is_carried_out_and_can_not_be_cancelled()
    {
        await _desk.Chat.Says("/propose");
        await _desk.Chat.Presses("Confirm");
        ChatMessage stop = _desk.Chat.PressOf("Stop");
        await _desk.Passes(TimeSpan.FromSeconds(31));
        Assert.Equal(ProposalState.Done, await _desk.State());
        _desk.Chat.Shows("Dry run: every check passed, nothing was sent, nothing was changed.", "would have been sent");
        await _desk.Chat.Presses(stop);
        _desk.Chat.Sees("is over");
    }

    [Fact]
    public async Task Without_a_code_it_asks_which_one()
    {
        await _desk.Chat.Says("/cancel");
        _desk.Chat.SeesKind(ReplyKind.Refusal).Sees("Which one?", "Nothing was changed.");
    }
}

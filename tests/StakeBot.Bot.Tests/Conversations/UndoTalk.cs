using StakeBot.Bot.Chat;
using StakeBot.Core.Proposals;

namespace StakeBot.Bot.Tests.Conversations;

public sealed class UndoTalk : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Undo_proposes_the_opposite_and_waits_for_a_tap()
    {
        await _desk.Chat.Says("/propose manual amounts:HERON=40");
        await _desk.Chat.Presses("Confirm");
        await _desk.Works();
        string done = (await _desk.Newest()).Proposal.Code;
        _desk.Time.Advance(TimeSpan.FromMinutes(1));

        await _desk.Chat.Says($"/undo {done}");
        _desk.Chat.Sees("cannot be recalled", "HERON S 10.00 → 20.00 NMR, fixed → compound", "Confirm before");
        Assert.Equal(ProposalState.Pending, await _desk.State());
        await _desk.Chat.Presses("Confirm");
        await _desk.Works();
        Assert.Equal(2, _desk.Paper.Applied);
    }

    [Fact]
    public async Task What_can_not_be_taken_back_now_is_told_with_its_reason()
    {
        await _desk.Chat.Says("/propose manual amounts:GULL=5");
        await _desk.Chat.Presses("Confirm");
        await _desk.Works();
        await _desk.Chat.Says($"/undo {(await _desk.Newest()).Proposal.Code}");
        _desk.Chat.SeesKind(ReplyKind.Refusal).Sees("cannot be undone now", "GULL", "a release is on its way", "Nothing was changed.");
    }

    [Fact]
    public async Task What_was_not_sent_is_cancelled_instead()
    {
        await _desk.Chat.Says("/propose");
        await _desk.Chat.Says($"/undo {(await _desk.Newest()).Proposal.Code}");
        _desk.Chat.Sees("was not sent yet", "cancel it");
        await _desk.Chat.Says("/undo");
        _desk.Chat.SeesKind(ReplyKind.Refusal).Sees("Which one?");
    }
}

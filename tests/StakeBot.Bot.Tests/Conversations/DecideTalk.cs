using StakeBot.Bot.Chat;

namespace StakeBot.Bot.Tests.Conversations;

public sealed class DecideTalk : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Only_what_waits_for_a_decision_can_be_decided()
    {
        await _desk.Chat.Says("/decide");
        _desk.Chat.SeesKind(ReplyKind.Refusal).Sees("Which one?", "Nothing was changed.");
        await _desk.Chat.Says("/propose");
        await _desk.Chat.Says($"/decide {(await _desk.Newest()).Proposal.Code} taken");
        _desk.Chat.SeesKind(ReplyKind.Refusal).Sees("waits for your decision", "Nothing was changed.");
    }
}

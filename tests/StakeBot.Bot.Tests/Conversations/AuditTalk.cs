using StakeBot.Bot.Chat;

namespace StakeBot.Bot.Tests.Conversations;

public sealed class AuditTalk : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task The_journal_tells_the_whole_story_of_a_proposal()
    {
        await _desk.Chat.Says("/propose");
        await _desk.Chat.Presses("Confirm");
        await _desk.Works();
        await _desk.Chat.Says($"/audit {(await _desk.Newest()).Proposal.Code}");
        _desk.Chat.Sees("proposal made", $"proposal confirmed · by the owner · check code {(await _desk.Newest()).Proposal.CheckCode}", "step claimed", "step observed", "step 1, observed", "by the owner");
        await _desk.Chat.Says("/audit");
        _desk.Chat.Sees("Head: record ", ", hash ", $"{(await _desk.Newest()).Proposal.Code} step observed");
    }

    [Fact]
    public async Task An_empty_journal_says_so_and_an_unknown_code_is_refused()
    {
        await _desk.Chat.Says("/audit");
        _desk.Chat.Sees("The journal is empty");
        await _desk.Chat.Says("/audit P-0000");
        _desk.Chat.SeesKind(ReplyKind.Refusal).Sees("Nothing was changed.");
    }
}

using StakeBot.Bot.Chat;

namespace StakeBot.Bot.Tests.Conversations;

public sealed class ProposalsTalk : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task They_are_listed_five_on_a_page_newest_first()
    {
        await _desk.Chat.Says("/proposals");
        _desk.Chat.Sees("No proposals", "/propose");
        for (int i = 0; i < 6; i++)
        {
            _desk.Time.Advance(TimeSpan.FromMinutes(20));
            await _desk.Chat.Says($"/propose manual amounts:GULL={10 - i}");
        }
        await _desk.Chat.Says("/proposals");
        _desk.Chat.Sees("Proposals · 6 · page 1 of 2", "waits for confirmation", "replaced by P-");
        await _desk.Chat.Presses("Earlier");
        _desk.Chat.Sees("page 2 of 2");
        await _desk.Chat.Says("/proposals open");
        _desk.Chat.Sees("Proposals · 1");
    }

    [Fact]
    public async Task One_is_shown_again_by_its_code_with_its_picture_on_request()
    {
        await _desk.Chat.Says("/propose");
        string code = (await _desk.Newest()).Proposal.Code;
        await _desk.Chat.Says($"/proposals {code}");
        _desk.Chat.Sees($"Proposal {code}", "Confirm before");
        await _desk.Chat.Says($"/proposals {code} picture");
        _desk.Chat.SeesPicture("share of the fund now");
        await _desk.Chat.Says("/proposals P-00000");
        _desk.Chat.SeesKind(ReplyKind.Refusal).Sees("P-7F3K", "Nothing was changed.");
    }
}

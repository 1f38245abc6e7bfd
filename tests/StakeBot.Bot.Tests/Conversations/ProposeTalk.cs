using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution.Records;
using StakeBot.Core.Proposals;
using StakeBot.Core.Proposals.Planning;

namespace StakeBot.Bot.Tests.Conversations;

public sealed class ProposeTalk : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task A_proposal_says_what_changes_why_until_when_and_what_follows()
    {
        await _desk.Chat.Says("/propose");
        _desk.Chat
            .Sees("[PAPER] Proposal P-", "two-percent rule broken by HERON", "1. HERON S 20.00 →", "compound → fixed", "NMR at full run", "Turnover", "Confirm before", "Check code")
            .Sees("It acts from round 85", "can still burn");
        Assert.Equal(["Confirm", "Cancel", "Why", "Picture"], _desk.Chat.Last.Buttons.Select(button => button.Label));
        Assert.Equal(0, _desk.Paper.Applied);
    }

    [Fact]
    public async Task One_tap_carries_it_out_once_and_the_same_message_tells_of_it()
    {
        await _desk.Chat.Says("/rebalance");
        StoredProposal made = await _desk.Newest();

        await _desk.Chat.Presses("Confirm");
        await _desk.Works();

        StoredProposal done = await _desk.Newest();
        Assert.Equal(ProposalState.Done, done.Proposal.State);
        Assert.Equal(made.Legs.Count, _desk.Paper.Applied);
        _desk.Chat.Shows($"{made.Proposal.Code} done", "✔ 1. HERON");
        _desk.Chat.ShowsNo("Confirm before");
    }

    [Fact]
    public async Task Decreases_come_first_and_only_what_is_there_is_spent()
    {
        await _desk.Chat.Says("/propose equal");
        StoredProposal made = await _desk.Newest();
        bool[] lowers = [.. made.Legs.Select(leg => leg.Change.Lowers)];
        Assert.Equal(lowers.OrderByDescending(lower => lower), lowers);
        Assert.True(made.Proposal.FromWallet <= _desk.Account.Snapshot.Wallet);
        Assert.DoesNotContain(made.Legs, leg => leg.Change.Model.Name == "TERN");
    }

    [Fact]
    public async Task A_preview_can_not_be_confirmed()
    {
        await _desk.Chat.Says("/propose preview");
        _desk.Chat.Sees("Preview", "nothing can be confirmed", "Nothing was changed.");
        await _desk.Chat.Says("/proposals");
        _desk.Chat.Sees("No proposals");
    }

    [Fact]
    public async Task Typed_amounts_are_taken_as_they_are_or_asked_about()
    {
        await _desk.Chat.Says("/propose manual amounts:GULL=10");
        StakeChange change = Assert.Single((await _desk.Newest()).Legs).Change;
        Assert.Equal(10m, change.To.Amount);

        await _desk.Chat.Says("/propose manual amounts:GULL=1.000,5");
        _desk.Chat.SeesKind(ReplyKind.Refusal).Sees("model=NMR", "Nothing was changed.");
        await _desk.Chat.Says("/propose manual amounts:EAGLE=5");
        _desk.Chat.SeesKind(ReplyKind.Refusal).Sees("no model 'EAGLE'", "Nothing was changed.");
        await _desk.Chat.Says("/propose manual");
        _desk.Chat.SeesKind(ReplyKind.Refusal).Sees("amounts", "Nothing was changed.");
    }

    [Fact]
    public async Task A_newer_proposal_takes_the_place_of_an_older_one_visibly()
    {
        await _desk.Chat.Says("/propose");
        StoredProposal first = await _desk.Newest();
        _desk.Time.Advance(TimeSpan.FromSeconds(1));
        await _desk.Chat.Says("/propose minrisk");
        StoredProposal second = await _desk.Newest();
        _desk.Chat.Shows($"{first.Proposal.Code} replaced", $"Replaced by {second.Proposal.Code}");
    }

    [Fact]
    public async Task Nobody_confirms_and_it_expires()
    {
        await _desk.Chat.Says("/propose");
        string code = (await _desk.Newest()).Proposal.Code;
        await _desk.Passes(TimeSpan.FromMinutes(31));
        Assert.Equal(ProposalState.Expired, await _desk.State());
        _desk.Chat.Shows($"{code} expired", "Nobody confirmed it in time", "Nothing was changed.");
    }

    [Fact]
    public async Task Why_and_picture_answer_the_presser()
    {
        await _desk.Chat.Says("/propose");
        await _desk.Chat.Presses("Why");
        _desk.Chat.Sees("Why P-", "HERON", "fingerprint");
        await _desk.Chat.Presses("Picture");
        _desk.Chat.SeesPicture("share of the fund now", "HERON");
    }

    [Fact]
    public async Task When_nothing_is_to_be_done_it_says_so()
    {
        await _desk.Chat.Says("/propose");
        await _desk.Chat.Presses("Confirm");
        await _desk.Works();
        await _desk.Chat.Says("/propose");
        _desk.Chat.Sees("Nothing to change", "Nothing was changed.");
    }
}

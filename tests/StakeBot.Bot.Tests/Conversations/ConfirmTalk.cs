using Microsoft.Extensions.DependencyInjection;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.People;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Core.Money;
using StakeBot.Core.Proposals;
using StakeBot.Core.Stakes;
using StakeBot.Testing;

namespace StakeBot.Bot.Tests.Conversations;

public sealed class ConfirmTalk : IDisposable
{
    private readonly Desk _desk = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task The_typed_way_asks_back_once_and_then_confirms_exactly_that()
    {
        await _desk.Chat.Says("/propose");
        Proposal proposal = (await _desk.Newest()).Proposal;
        string code = proposal.Code;

        await _desk.Chat.Says($"/confirm {code}");
        _desk.Chat.Sees($"type: /confirm {code[2..]} {proposal.CheckCode}", "Nothing was changed.");
        await _desk.Chat.Says($"/confirm {code} 00000000");
        _desk.Chat.SeesKind(ReplyKind.Refusal).Sees("Nothing was changed.");
        Assert.Equal(ProposalState.Pending, await _desk.State());

        await _desk.Chat.Says($"/confirm {code} {proposal.CheckCode}");
        await _desk.Works();
        Assert.Equal(ProposalState.Done, await _desk.State());
    }

    [Fact]
    public async Task Without_a_code_or_with_a_wrong_one_nothing_is_confirmed()
    {
        await _desk.Chat.Says("/confirm");
        _desk.Chat.SeesKind(ReplyKind.Refusal).Sees("Which one?", "Nothing was changed.");
        await _desk.Chat.Says("/confirm P-0000");
        _desk.Chat.SeesKind(ReplyKind.Refusal).Sees("code of no proposal", "Nothing was changed.");
    }

    [Fact]
    public async Task Fifty_taps_from_two_platforms_at_once_are_one_confirmation()
    {
        await LetInAsync("telegram", "7", "approver");
        await _desk.Chat.As("web", "scripted").Says("/propose");
        await _desk.Chat.As("telegram", "7").Says($"/proposals {(await _desk.Newest()).Proposal.Code}");

        ChatMessage[] taps =
        [
            .. Enumerable.Range(0, 50).Select(i => (i % 2 == 0 ? _desk.Chat.As("web", "scripted") : _desk.Chat.As("telegram", "7")).PressOf("Confirm")),
        ];
        TapAnswer?[] answers = await Task.WhenAll(taps.Select(tap => Task.Run(() => _desk.Chat.Delivers(tap), Ct)));
        await _desk.Works();

        Assert.Single(await _desk.Events(), what => what == "proposal-confirmed");
        Assert.Single(answers, answer => answer!.Toast!.EndsWith("confirmed.", StringComparison.Ordinal));
        Assert.Equal(49, answers.Count(answer => answer!.Toast!.Contains("Already confirmed by", StringComparison.Ordinal)));
        Assert.Equal((await _desk.Newest()).Legs.Count, _desk.Paper.Applied);
    }

    [Theory]
    [InlineData("discord", "99", null, "Only an approver or the owner")]
    [InlineData("telegram", "7", "viewer", "Only an approver or the owner")]
    public async Task Who_may_not_is_told_so_alone_and_the_message_stays(string platform, string id, string? role, string told)
    {
        if (role is not null)
            await LetInAsync(platform, id, role);
        await _desk.Chat.As("web", "scripted").Says("/propose");
        ChatMessage tap = _desk.Chat.PressOf("Confirm");
        string before = _desk.Chat.On("web").Shown[^1].Text;

        TapAnswer? answer = await _desk.Chat.Delivers(tap with { Sender = new PlatformIdentity(platform, id, "Mallory") });
        await _desk.Works();

        Assert.Contains(told, answer!.Toast, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was changed.", answer.Toast, StringComparison.Ordinal);
        Assert.Equal(before, _desk.Chat.On("web").Shown[^1].Text);
        Assert.Equal(ProposalState.Pending, await _desk.State());
        Assert.Contains("refused", await _desk.Events());
    }

    [Fact]
    public async Task Whoever_lost_his_role_between_tap_and_sending_stops_it()
    {
        using Desk desk = new(ExecutionMode.DryRun);
        await LetInAsync(desk, "telegram", "7", "approver");
        await desk.Chat.As("telegram", "7").Says("/propose");
        await desk.Chat.Presses("Confirm");
        Assert.Equal(ProposalState.Grace, await desk.State());

        await desk.Chat.As("web", "scripted").Says("/people remove Ben");
        await desk.Passes(TimeSpan.FromMinutes(1));

        Assert.Equal(ProposalState.Failed, await desk.State());
        Assert.Contains("may not confirm any more", (await desk.Newest()).Proposal.Ending, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_later_than_its_time_a_proposal_can_not_be_confirmed()
    {
        await _desk.Chat.Says("/propose");
        _desk.Time.SetUtcNow((await _desk.Newest()).Proposal.ExpiresAt);
        await _desk.Chat.Presses("Confirm");
        _desk.Chat.Sees("expired", "Nothing was changed.");
        Assert.Equal(0, _desk.Paper.Applied);
    }

    [Theory]
    [InlineData(0.009, ProposalState.Done)]
    [InlineData(0.5, ProposalState.Stale)]
    public async Task An_account_that_moved_beyond_the_tolerance_is_not_touched(double moved, ProposalState ends)
    {
        await _desk.Chat.Says("/propose manual amounts:GULL=10");
        Move("GULL", stake => stake with { Staked = stake.Staked - new Nmr((decimal)moved) });
        await _desk.Chat.Presses("Confirm");
        await _desk.Works();
        Assert.Equal(ends, await _desk.State());
        Assert.Equal(ends == ProposalState.Done ? 1 : 0, _desk.Paper.Applied);
    }

    [Fact]
    public async Task A_stale_proposal_says_what_differs_and_a_fresh_one_follows()
    {
        await _desk.Chat.Says("/propose");
        string old = (await _desk.Newest()).Proposal.Code;
        _desk.Time.Advance(TimeSpan.FromSeconds(1));
        _desk.Account.Snapshot = _desk.Account.Snapshot with { Wallet = new Nmr(1) };
        _desk.Account.Version++;
        await _desk.Chat.Presses("Confirm");
        _desk.Chat.Sees("wallet 18.20 → 1.00 NMR", "Nothing was changed.");
        await _desk.Works();
        Proposal fresh = (await _desk.Newest()).Proposal;
        Assert.NotEqual(old, fresh.Code);
        Assert.Equal(ProposalState.Pending, fresh.State);
        _desk.Chat.Shows($"Proposal {fresh.Code}");
    }

    [Fact]
    public async Task A_policy_that_was_changed_makes_it_stale()
    {
        await _desk.Chat.Says("/propose");
        ChatMessage tap = _desk.Chat.PressOf("Confirm");
        await _desk.Chat.Says("/policy set model-limit 1%");
        await _desk.Chat.Presses(tap);
        _desk.Chat.Sees("the policy was changed", "Nothing was changed.");
        Assert.Equal(0, _desk.Paper.Applied);
    }

    [Fact]
    public async Task Two_confirmations_are_two_people_however_many_platforms_they_use()
    {
        await _desk.Chat.Says("/policy set approvals 2");
        await LetInAsync("telegram", "7", "approver");
        await _desk.Chat.As("web", "scripted").Says("/propose");
        await _desk.Chat.Presses("Confirm");
        _desk.Chat.Sees("1 of 2");
        await _desk.Chat.Presses("Confirm");
        _desk.Chat.Sees("confirmed", "already", "1 more needed");
        Assert.Equal(0, _desk.Paper.Applied);

        await _desk.Chat.As("telegram", "7").Says($"/proposals {(await _desk.Newest()).Proposal.Code}");
        await _desk.Chat.Presses("Confirm");
        await _desk.Works();
        Assert.Equal(ProposalState.Done, await _desk.State());
    }

    [Fact]
    public async Task An_older_copy_of_the_message_no_longer_confirms()
    {
        await _desk.Chat.Says("/propose");
        ChatMessage tap = _desk.Chat.PressOf("Confirm");
        await _desk.Chat.Says($"/proposals {(await _desk.Newest()).Proposal.Code}");
        await _desk.Chat.Presses(tap);
        _desk.Chat.Sees("older copy", "Nothing was changed.");
    }

    [Fact]
    public async Task An_older_copy_loses_its_buttons_and_its_figures_to_the_newer_message()
    {
        await _desk.Chat.Says("/propose");
        Proposal proposal = (await _desk.Newest()).Proposal;
        MessageRef first = _desk.Chat.Screen.Shown[^1].Where;

        await _desk.Chat.Says($"/confirm {proposal.Code} {proposal.CheckCode}");
        ShownMessage older = Showing(first);
        Assert.Contains($"{proposal.Code} is shown in a newer message", older.Text, StringComparison.Ordinal);
        Assert.Empty(older.Reply.Buttons);
        Assert.Null(older.Reply.Table);

        await _desk.Works();
        Assert.Equal(older.Text, Showing(first).Text);
        Assert.Single(_desk.Chat.Screen.Shown, shown => shown.Text.Contains($"{proposal.Code} done", StringComparison.Ordinal));
    }

    [Fact]
    public async Task In_another_conversation_its_message_keeps_its_buttons()
    {
        await LetInAsync("telegram", "7", "approver");
        await _desk.Chat.As("web", "scripted").Says("/propose");
        await _desk.Chat.As("telegram", "7").Says($"/proposals {(await _desk.Newest()).Proposal.Code}");

        Assert.NotNull(_desk.Chat.On("web").WithButton("Confirm"));
        Assert.NotNull(_desk.Chat.On("telegram").WithButton("Confirm"));
    }

    [Fact]
    public async Task An_older_copy_that_is_gone_leaves_no_message_behind()
    {
        await _desk.Chat.Says("/propose");
        await _desk.Chat.Screen.TryDeleteAsync(_desk.Chat.Screen.Shown[^1].Where, Ct);
        await _desk.Chat.Says($"/proposals {(await _desk.Newest()).Proposal.Code}");

        Assert.Single(_desk.Chat.Screen.Shown);
        Assert.Empty(_desk.Store.Outbox.GivenUp);
    }

    [Theory]
    [InlineData("Cancel", ExecutionMode.Paper)]
    [InlineData("Stop", ExecutionMode.DryRun)]
    public async Task An_older_copy_still_brakes(string brake, ExecutionMode mode)
    {
        using Desk desk = new(mode);
        await desk.Chat.Says("/propose");
        if (brake == "Stop")
            await desk.Chat.Presses("Confirm");
        ChatMessage tap = desk.Chat.PressOf(brake);
        await desk.Chat.Says($"/proposals {(await desk.Newest()).Proposal.Code}");

        await desk.Chat.Presses(tap);

        Assert.Equal(ProposalState.Cancelled, await desk.State());
    }

    [Fact]
    public async Task Buttons_work_after_a_restart()
    {
        await _desk.Chat.Says("/propose");
        ChatMessage tap = _desk.Chat.PressOf("Confirm");
        using Desk next = new(account: _desk.Account, store: _desk.Store, more: services => services.AddSingleton(_desk.Get<Ports.ITapKeys>()));
        TapAnswer? answer = await next.Chat.Delivers(tap);
        await next.Works();
        Assert.EndsWith("confirmed.", answer!.Toast, StringComparison.Ordinal);
        Assert.Equal(ProposalState.Done, await next.State());
    }

    [Fact]
    public async Task A_message_that_a_kill_left_unnoted_follows_its_proposal_once_it_was_pressed()
    {
        await _desk.Chat.Says("/propose");
        StoredRecord noted = Assert.Single(await _desk.Store.ListAsync("cards", "", TestContext.Current.CancellationToken));
        await _desk.Store.TryTransitionAsync(
            new Transition(new JournalEntry(_desk.Time.GetUtcNow(), noted.Key, "killed-before", "test", "{}"), [new RecordWrite("cards", noted.Key, noted.Version, null)], []),
            TestContext.Current.CancellationToken);
        await _desk.Chat.Presses("Confirm");
        await _desk.Works();
        _desk.Chat.Shows("done");
    }

    private ShownMessage Showing(MessageRef where) => _desk.Chat.Screen.Shown.Single(shown => shown.Where == where);

    private void Move(string model, Func<Stake.Legacy, Stake.Legacy> how)
    {
        _desk.Account.Snapshot = _desk.Account.Snapshot with
        {
            Tournaments =
            [
                .. _desk.Account.Snapshot.Tournaments.Select(t => t with
                {
                    Stakes = [.. t.Stakes.Select(stake => stake is Stake.Legacy legacy && stake.Model.Name == model ? how(legacy) : stake)],
                }),
            ],
        };
        _desk.Account.Version++;
    }

    private Task LetInAsync(string platform, string id, string role) => LetInAsync(_desk, platform, id, role);

    private static async Task LetInAsync(Desk desk, string platform, string id, string role)
    {
        await desk.Chat.As("web", "scripted").Says($"/people invite {role} Ben");
        string line = desk.Chat.Last.Lines.First(text => text.StartsWith("Code ", StringComparison.Ordinal));
        await desk.Chat.As(platform, id).Says($"/start {line["Code ".Length..line.IndexOf(',', StringComparison.Ordinal)]}");
        desk.Chat.SeesKind(ReplyKind.Answer);
    }
}

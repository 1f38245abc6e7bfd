using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.Ports.Staking;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Core.Money;
using StakeBot.Core.Proposals;

namespace StakeBot.Bot.Tests.Execution;

public sealed class LegacyStakeDeskTests : IDisposable
{
    private readonly Desk _desk = new(ExecutionMode.DryRun, more: LegacyScript.Add);

    public void Dispose() => _desk.Dispose();

    private LegacyScript Numerai => _desk.Get<LegacyScript>();

    [Fact]
    public async Task A_change_is_sent_once_seen_by_reading_and_done()
    {
        await ConfirmAsync();
        await _desk.Passes(TimeSpan.FromMinutes(2));
        Assert.Single(Numerai.Received);
        Assert.Equal(ProposalState.Done, await _desk.State());
        _desk.Chat.Shows("done", "✔ 1. GULL", "taken, due");
    }

    [Fact]
    public async Task Without_a_clear_answer_it_is_looked_for_and_never_sent_again()
    {
        Numerai.Answers = order =>
        {
            Numerai.Apply(order);
            return new StakeChangeAnswer.Doubtful("Numerai did not answer", null);
        };
        await ConfirmAsync();
        await _desk.Passes(TimeSpan.FromSeconds(33));
        Assert.Equal(ProposalState.Unknown, await _desk.State());
        _desk.Chat.Shows("I do not know yet whether it was", "will not send it again");
        await _desk.Passes(TimeSpan.FromMinutes(1));
        Assert.Equal(ProposalState.Done, await _desk.State());
        Assert.Single(Numerai.Received);
    }

    [Fact]
    public async Task What_never_showed_up_counts_as_not_taken_only_after_the_quarantine()
    {
        Numerai.Answers = _ => new StakeChangeAnswer.Doubtful("connection reset", null);
        await ConfirmAsync();
        await _desk.Passes(TimeSpan.FromMinutes(10));
        Assert.Equal(ProposalState.Unknown, await _desk.State());
        await _desk.Passes(TimeSpan.FromMinutes(11));
        Assert.Equal(ProposalState.Failed, await _desk.State());
        _desk.Chat.Shows("failed", "not taken", "Nothing was changed.");
        Assert.Single(Numerai.Received);
    }

    [Fact]
    public async Task What_was_applied_half_an_hour_late_raises_an_alarm()
    {
        StakeChangeOrder? lost = null;
        Numerai.Answers = order =>
        {
            lost = order;
            return new StakeChangeAnswer.Doubtful("timeout", null);
        };
        await ConfirmAsync();
        await _desk.Passes(TimeSpan.FromMinutes(30));
        Assert.Equal(ProposalState.Failed, await _desk.State());
        Numerai.Apply(lost!);
        await _desk.Passes(TimeSpan.FromMinutes(45));
        Assert.Equal(ProposalState.Done, await _desk.State());
        _desk.Chat.Shows("took it after all", "Do not make it again");
    }

    [Fact]
    public async Task The_same_change_made_again_is_not_taken_for_the_lost_one()
    {
        Numerai.Answers = _ => new StakeChangeAnswer.Doubtful("timeout", null);
        await ConfirmAsync();
        await _desk.Passes(TimeSpan.FromMinutes(15));
        ProposalId lost = (await _desk.Newest()).Proposal.Id;
        Numerai.Answers = null;
        await ProposeAsync();
        await _desk.Passes(TimeSpan.FromHours(25));
        Assert.Equal(ProposalState.Done, await _desk.State());
        Assert.Equal(ProposalState.Failed, (await _desk.Get<ProposalBook>().FindAsync(lost, TestContext.Current.CancellationToken))!.Proposal.State);
        Assert.Single(Numerai.Applied);
    }

    [Fact]
    public async Task Of_two_lost_changes_that_are_alike_one_request_is_told_of_once()
    {
        StakeChangeOrder? sent = null;
        Numerai.Answers = order =>
        {
            sent = order;
            return new StakeChangeAnswer.Doubtful("timeout", null);
        };
        await ConfirmAsync();
        await _desk.Passes(TimeSpan.FromMinutes(15));
        await ProposeAsync();
        await _desk.Passes(TimeSpan.FromMinutes(15));
        Assert.Equal(2, Numerai.Received.Count);
        Numerai.Apply(sent!);
        await _desk.Passes(TimeSpan.FromHours(25));
        IReadOnlyList<Proposal> both = await _desk.Get<ProposalBook>().AllAsync(TestContext.Current.CancellationToken);
        Assert.Equal([ProposalState.Done, ProposalState.Failed], both.Select(proposal => proposal.State).Order());
    }

    [Fact]
    public async Task That_the_last_late_look_was_unclear_is_told()
    {
        Numerai.Answers = _ => new StakeChangeAnswer.Doubtful("timeout", null);
        await ConfirmAsync();
        await _desk.Passes(TimeSpan.FromMinutes(15));
        Numerai.Wallet -= new Nmr(1.25m);
        await _desk.Passes(TimeSpan.FromHours(23));
        Assert.DoesNotContain("step-late-unclear", await _desk.Events());
        await _desk.Passes(TimeSpan.FromHours(2));
        Assert.Equal(ProposalState.Failed, await _desk.State());
        _desk.Chat.Shows("I cannot rule out", "the wallet moved by -1.25", "before you make it again", "I sent nothing more.");
    }

    [Fact]
    public async Task An_outage_over_the_late_looks_does_not_end_them()
    {
        StakeChangeOrder? lost = null;
        Numerai.Answers = order =>
        {
            lost = order;
            return new StakeChangeAnswer.Doubtful("timeout", null);
        };
        await ConfirmAsync();
        await _desk.Passes(TimeSpan.FromMinutes(15));
        Numerai.IsReadable = false;
        await _desk.Passes(TimeSpan.FromHours(7));
        Numerai.IsReadable = true;
        await _desk.Passes(TimeSpan.FromHours(1));
        Numerai.Apply(lost!);
        await _desk.Passes(TimeSpan.FromHours(17));
        _desk.Chat.Shows("took it after all", "Do not make it again");
    }

    [Fact]
    public async Task Another_change_beside_it_needs_the_owner()
    {
        Numerai.Answers = order =>
        {
            Numerai.Enter(order.Model, order.Kind, 1.25m);
            return new StakeChangeAnswer.Doubtful("timeout", null);
        };
        await ConfirmAsync();
        await _desk.Passes(TimeSpan.FromMinutes(1));
        Assert.Equal(ProposalState.NeedsHuman, await _desk.State());
        string code = (await _desk.Newest()).Proposal.Code;

        await _desk.Chat.Says("/propose");
        _desk.Chat.SeesKind(ReplyKind.Refusal).Sees("is being carried out");
        await _desk.Chat.Says($"/decide {code} not-taken");
        _desk.Chat.Sees("If you are sure, type");
        await _desk.Chat.Says($"/decide {code} not-taken {(await _desk.Newest()).Proposal.CheckCode}");
        Assert.Equal(ProposalState.Failed, await _desk.State());
        IReadOnlyList<JournalRecord> journal = await _desk.Store.ReadJournalAsync(1, 10_000, null, TestContext.Current.CancellationToken);
        Assert.Equal("web:scripted", Assert.Single(journal, record => record.Entry.Event == "step-decided-not-taken").Entry.Actor);
    }

    [Fact]
    public async Task An_hour_without_sight_needs_the_owner()
    {
        Numerai.Answers = _ =>
        {
            Numerai.IsReadable = false;
            return new StakeChangeAnswer.Doubtful("timeout", null);
        };
        await ConfirmAsync();
        await _desk.Passes(TimeSpan.FromMinutes(75));
        Assert.Equal(ProposalState.NeedsHuman, await _desk.State());
        _desk.Chat.Shows("could not be read for an hour");
    }

    [Fact]
    public async Task What_surely_never_left_is_tried_again_and_arrives_once()
    {
        int tries = 0;
        Numerai.Answers = order => ++tries < 3 ? new StakeChangeAnswer.NotSent("no connection") : Numerai.Apply(order);
        await ConfirmAsync();
        await _desk.Passes(TimeSpan.FromMinutes(2));
        Assert.Equal(ProposalState.Done, await _desk.State());
        Assert.Single(Numerai.Applied);
    }

    [Fact]
    public async Task A_refusal_ends_it_and_says_that_nothing_was_changed()
    {
        Numerai.Answers = _ => new StakeChangeAnswer.Refused("Numerai refused the key (scope stake missing)", new string('b', 64));
        await ConfirmAsync();
        await _desk.Passes(TimeSpan.FromMinutes(1));
        Assert.Equal(ProposalState.Failed, await _desk.State());
        _desk.Chat.Shows("scope stake missing", "Nothing was changed.");
    }

    [Fact]
    public async Task A_request_that_is_pending_already_stops_it_before_sending()
    {
        await ConfirmAsync();
        Numerai.Enter((await _desk.Newest()).Legs[0].Change.Model, StakeChangeKind.Decrease, 2);
        await _desk.Passes(TimeSpan.FromMinutes(1));
        Assert.Equal(ProposalState.Stale, await _desk.State());
        Assert.Empty(Numerai.Received);
    }

    [Fact]
    public async Task An_amount_that_is_not_what_was_sent_needs_the_owner()
    {
        Numerai.Answers = order =>
        {
            Numerai.Enter(order.Model, order.Kind, order.Amount.ToDouble() > 1 ? 1 : 2);
            return new StakeChangeAnswer.Accepted("other", new Nmr(1), null, new string('c', 64));
        };
        await ConfirmAsync();
        await _desk.Passes(TimeSpan.FromMinutes(1));
        Assert.Equal(ProposalState.NeedsHuman, await _desk.State());
    }

    [Fact]
    public async Task A_step_that_another_run_left_behind_is_never_sent_by_this_one()
    {
        await ConfirmAsync();
        StoredProposal stored = await _desk.Newest();
        Leg left = stored.Legs[0] with
        {
            State = LegState.Submitting,
            Owner = "another run",
            Fence = 1,
            SentAt = _desk.Time.GetUtcNow(),
            SendBefore = _desk.Time.GetUtcNow(),
            Baseline = await Numerai.ReadAsync(stored.Legs[0].Change.Model, TestContext.Current.CancellationToken),
        };
        StoredProposal executing = stored.With(left) with { Proposal = stored.Proposal with { State = ProposalState.Executing } };
        await _desk.Get<ProposalBook>().TryChangeAsync(stored, executing, ProposalChange.ByItself("step-claimed", new { }), TestContext.Current.CancellationToken);
        await _desk.Passes(TimeSpan.FromMinutes(30));
        Assert.Empty(Numerai.Received);
        Assert.Equal(ProposalState.Failed, await _desk.State());
    }

    private async Task ConfirmAsync()
    {
        await _desk.Chat.Says("/mode live");
        await _desk.Chat.Says($"/mode live {_desk.Chat.Last.Lines[1].Split(' ')[^1]}");
        await _desk.Chat.Says("/policy set step-up 20%");
        await ProposeAsync();
    }

    private async Task ProposeAsync()
    {
        await _desk.Chat.Says("/propose manual amounts:GULL=12");
        await _desk.Chat.Presses("Confirm");
        if (await _desk.State() == ProposalState.Pending)
            await _desk.Chat.Says($"/confirm {(await _desk.Newest()).Proposal.Code} 3.00");
        Assert.Equal(ProposalState.Grace, await _desk.State());
    }
}

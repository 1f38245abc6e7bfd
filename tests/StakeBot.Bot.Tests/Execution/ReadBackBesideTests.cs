using StakeBot.Bot.Execution.Desks;
using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.Ports.Staking;
using StakeBot.Core.Money;
using StakeBot.Core.Proposals;
using StakeBot.Core.Proposals.Planning;
using StakeBot.Core.Tournaments;
using StakeBot.Testing;

namespace StakeBot.Bot.Tests.Execution;

/// <summary>A step that was lost, among others that changed the account.</summary>
public sealed class ReadBackBesideTests
{
    private static readonly Model Gull = new(new ModelId("gull"), "GULL", Tournament.Signals);
    private static readonly Model Tern = new(new ModelId("tern"), "TERN", Tournament.Signals);
    private static readonly DateTimeOffset Sent = Some.Moment;

    private readonly Leg _lost = Step("P1", Gull, -3, LegState.NotApplied, Sent);

    [Fact]
    public void A_request_that_has_grown_by_what_was_lost_is_not_clean()
    {
        Leg again = Step("P2", Gull, -3, LegState.Observed, Sent.AddMinutes(20)) with { RequestId = "r1" };
        ReadBack judged = ReadBackBeside.Judge(_lost, Reading(pending: Request("r1", StakeChangeKind.Decrease, 6)), [again]);
        ReadBack.Unclear unclear = Assert.IsType<ReadBack.Unclear>(judged);
        Assert.False(unclear.IsPassing);
        Assert.Contains("is 6 NMR, 3 were sent", unclear.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_request_that_the_schedule_tells_without_its_id_is_the_one_that_was_taken()
    {
        Leg again = Step("P2", Gull, -3, LegState.Observed, Sent.AddMinutes(20)) with { RequestId = "r1" };
        StakeEvidence now = Reading() with { Scheduled = [Request("r1", StakeChangeKind.Decrease, 3) with { Id = null }] };
        Assert.True(ReadBackBeside.IsListed(again, now));
        Assert.IsType<ReadBack.Clean>(ReadBackBeside.Judge(_lost, now, [again]));
        // What has taken effect is told no more: it is the lost one.
        Assert.IsType<ReadBack.Taken>(ReadBackBeside.Judge(_lost, now with { Wallet = new Nmr(503), Staked = new Nmr(12) }, [again with { State = LegState.Settled }]));
    }

    [Fact]
    public void Its_own_request_beside_the_other_one_is_found()
    {
        Leg other = Step("P2", Tern, 5, LegState.Observed, Sent.AddMinutes(20)) with { RequestId = "r1" };
        ReadBack judged = ReadBackBeside.Judge(_lost, Reading(wallet: 495, pending: Request("r2", StakeChangeKind.Decrease, 3)), [other]);
        Assert.Equal("r2", Assert.IsType<ReadBack.Taken>(judged).RequestId);
    }

    [Theory]
    [InlineData(500, 5, 500, 0)]
    [InlineData(500, 0, 495, 0)]
    [InlineData(500, 0, 500, 0)]
    public void What_took_effect_meanwhile_explains_what_moved(decimal walletBefore, decimal heldBefore, decimal wallet, decimal held)
    {
        Leg earlier = Step("P0", Tern, 5, LegState.Settled, Sent.AddHours(-3)) with { OutcomeAt = Sent.AddHours(-3), Due = Sent.AddMinutes(30) };
        Leg lost = _lost with { Baseline = Reading(walletBefore, heldBefore, at: Sent) };
        Assert.IsType<ReadBack.Clean>(ReadBackBeside.Judge(lost, Reading(wallet, held), [earlier]));
    }

    [Fact]
    public void A_release_that_arrived_meanwhile_explains_what_the_wallet_gained()
    {
        Leg earlier = Step("P0", Tern, -7, LegState.Settled, Sent.AddDays(-20)) with { OutcomeAt = Sent.AddDays(-20), Due = Sent.AddMinutes(30) };
        Assert.IsType<ReadBack.Clean>(ReadBackBeside.Judge(_lost, Reading(507), [earlier]));
    }

    [Fact]
    public void What_nothing_of_ours_explains_stays_unclear()
    {
        ReadBack.Unclear unclear = Assert.IsType<ReadBack.Unclear>(ReadBackBeside.Judge(_lost, Reading(501, 2), []));
        Assert.Contains("the wallet moved by 1 and what is held by 2 NMR", unclear.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_request_that_was_refused_later_is_not_there()
    {
        PendingStakeChange dead = Request("r1", StakeChangeKind.Decrease, 3) with { Status = "CANCELLED" };
        Assert.IsType<ReadBack.Clean>(ReadBackBeside.Judge(_lost, Reading(pending: dead), []));
    }

    private static Leg Step(string proposal, Model model, decimal by, LegState state, DateTimeOffset sent) => new()
    {
        Proposal = new ProposalId($"{proposal}AAAAAAAAAAA"),
        Number = 1,
        Change = new StakeChange.Transfer(model, new Nmr(15), new Nmr(15 + by)),
        Basis = new Nmr(15),
        State = state,
        SentAt = sent,
        SendBefore = sent,
        Baseline = Reading(at: sent),
    };

    private static PendingStakeChange Request(string id, StakeChangeKind kind, decimal amount) =>
        new(id, kind, new Nmr(amount), Sent.AddMinutes(20), Sent.AddDays(30), "pending");

    private static StakeEvidence Reading(decimal wallet = 500, decimal held = 0, PendingStakeChange? pending = null, DateTimeOffset? at = null) =>
        new(Gull, new Nmr(15), pending, [], new Nmr(wallet), new Nmr(held), at ?? Sent.AddHours(1));
}

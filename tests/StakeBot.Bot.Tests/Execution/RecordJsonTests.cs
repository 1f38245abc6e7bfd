using StakeBot.Bot.Execution;
using StakeBot.Bot.Execution.Policies;
using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.People;
using StakeBot.Bot.Ports.Staking;
using StakeBot.Core.Money;
using StakeBot.Core.Proposals;
using StakeBot.Core.Proposals.Planning;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;
using StakeBot.Testing;

namespace StakeBot.Bot.Tests.Execution;

public sealed class RecordJsonTests
{
    private static readonly ProposalId Id = new("7F3KQ2M8ZT4WA");

    [Fact]
    public void A_step_comes_back_as_it_was_to_the_last_of_18_places()
    {
        Leg leg = new()
        {
            Proposal = Id,
            Number = 1,
            Change = new StakeChange.Transfer(Some.Model("GULL", Tournament.Signals), new Nmr(15.123456789012345678m), new Nmr(12)),
            Basis = new Nmr(0.000000000000000001m),
            State = LegState.NeedsHuman,
            SentAt = Some.Moment,
            SendBefore = Some.Moment,
            Baseline = new StakeEvidence(
                Some.Model("GULL", Tournament.Signals),
                new Nmr(15),
                new PendingStakeChange("r1", StakeChangeKind.Decrease, new Nmr(1), null, Some.Moment, "pending"),
                [],
                new Nmr(18.2m),
                Nmr.Zero,
                Some.Moment),
        };
        string body = RecordJson.Write(leg);
        Assert.Equal(body, RecordJson.Write(RecordJson.Read<Leg>(body)));
        Assert.Contains("\"15.123456789012345678\"", body, StringComparison.Ordinal);
        Assert.Equal(leg.Order, RecordJson.Read<Leg>(body).Order);
    }

    [Fact]
    public void A_proposal_and_a_policy_come_back_as_they_were()
    {
        string proposal = RecordJson.Write(Example());
        Assert.Equal(proposal, RecordJson.Write(RecordJson.Read<Proposal>(proposal)));
        string policy = RecordJson.Write(FundPolicy.Initial with { ModelLimit = 0.015, Waiting = [new Loosening("cap", "50%", Some.Moment, "Ana")] });
        Assert.Equal(policy, RecordJson.Write(RecordJson.Read<FundPolicy>(policy)));
    }

    [Theory]
    [InlineData("\"state\":\"pending\"", "\"state\":\"levitating\"")]
    [InlineData("\"revision\":1", "\"revision\":1,\"colour\":\"blue\"")]
    [InlineData("{\"id\"", "\"id\"")]
    public void What_another_version_wrote_is_an_error_and_never_a_default(string from, string to) =>
        Assert.Throws<RecordUnreadableException>(() => RecordJson.Read<Proposal>(RecordJson.Write(Example()).Replace(from, to, StringComparison.Ordinal)));

    [Fact]
    public void The_fingerprint_binds_every_amount()
    {
        Leg Step(decimal to) => new()
        {
            Proposal = Id,
            Number = 1,
            Change = new StakeChange.Setting(
                Some.Model("HERON"),
                new StakeSetting(new Nmr(2), StakeMode.Compound, true),
                new StakeSetting(new Nmr(to), StakeMode.Constant, true),
                64),
            Basis = new Nmr(128),
            State = LegState.Planned,
        };
        string fingerprint = Fingerprint.Of(Example(), [Step(1)]);
        Assert.Equal(64, fingerprint.Length);
        Assert.Equal(fingerprint, Fingerprint.Of(Example(), [Step(1.00m)]));
        Assert.NotEqual(fingerprint, Fingerprint.Of(Example(), [Step(1.000000000000000001m)]));
        Assert.NotEqual(fingerprint, Fingerprint.Of(Example() with { Mode = ExecutionMode.Live }, [Step(1)]));
        Assert.NotEqual(fingerprint, Fingerprint.Of(Example() with { PolicyVersion = 2 }, [Step(1)]));
    }

    private static Proposal Example() => new()
    {
        Id = Id,
        Account = "Aviary",
        Mode = ExecutionMode.DryRun,
        Origin = ProposalOrigin.Person,
        Goal = "test",
        Proposer = new PlatformIdentity("web", "1", "Ana"),
        PolicyVersion = 1,
        Reasons = ["Why: to test."],
        Notes = [],
        Rounds = [new RoundBasis(Tournament.Classic, new RoundNumber(84))],
        Wallet = new Nmr(18.2m),
        FromWallet = Nmr.Zero,
        Turnover = new Nmr(3),
        TurnoverShare = 0.1,
        CreatedAt = Some.Moment,
        ExpiresAt = Some.Moment.AddMinutes(30),
        ApprovalsNeeded = 1,
        Grace = TimeSpan.FromSeconds(30),
        Fingerprint = new string('0', 64),
        State = ProposalState.Pending,
        LegCount = 1,
    };
}

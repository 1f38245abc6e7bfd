using StakeBot.Bot.Execution;
using StakeBot.Bot.Execution.Making;
using StakeBot.Bot.Execution.Policies;
using StakeBot.Core.Money;
using StakeBot.Core.Proposals.Planning;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;
using StakeBot.Testing;

namespace StakeBot.Bot.Tests.Execution.Making;

public sealed class StepUpTests
{
    private static readonly Model Gannet = new(new ModelId("gannet"), "gannet", Tournament.Signals);

    [Fact]
    public void A_small_change_takes_a_tap() => Assert.Null(Of(ExecutionMode.Live, to: 99));

    [Theory]
    [InlineData(70, false, false, "30.00", "moves more than 25.00 % of the stake")]
    [InlineData(0, false, false, "100.00", "moves more than 25.00 % of the stake and empties a model")]
    [InlineData(99, true, false, "1.00", "leaves a limit broken")]
    [InlineData(99, false, true, "1.00", "is the first change with this key")]
    [InlineData(99, true, true, "1.00", "leaves a limit broken and is the first change with this key")]
    public void What_takes_more_than_a_tap_says_why(int to, bool breaks, bool isFirst, string amount, string why) =>
        Assert.Equal((amount, why), Of(ExecutionMode.Live, to, breaks, isFirst));

    [Theory]
    [InlineData(0.000123, true)]
    [InlineData(0.009999, true)]
    [InlineData(0.01, false)]
    public void Dust_that_no_change_could_take_is_an_emptied_model(double left, bool empties)
    {
        (string Amount, string Why)? stepUp = Of(ExecutionMode.Live, to: (decimal)left, from: (decimal)left + 1);

        Assert.Equal(empties ? ("1.00", "empties a model") : null, stepUp);
    }

    [Theory]
    [InlineData(ExecutionMode.Paper)]
    [InlineData(ExecutionMode.DryRun)]
    public void Where_no_NMR_is_real_a_tap_is_enough(ExecutionMode mode) => Assert.Null(Of(mode, to: 0, breaks: true, isFirst: true));

    private static (string Amount, string Why)? Of(ExecutionMode mode, decimal to, bool breaks = false, bool isFirst = false, decimal from = 100)
    {
        StakeChange.Transfer change = new(Gannet, new Nmr(from), new Nmr(to));
        StakePlan plan = new([change], [], [], change.Moved, 1);
        Stake.Legacy stake = new(Gannet) { Staked = new Nmr(100), PendingRelease = Nmr.Zero, PendingIncrease = Nmr.Zero, PayoutPending = Nmr.Zero };
        Round round = new(Tournament.Signals, new RoundNumber(1405), RoundState.Open, Some.Moment, Some.Moment.AddDays(1), Some.Moment.AddDays(90));
        StakeSnapshot snapshot = new("aviary", Some.Moment, Nmr.Zero, [new TournamentStakes(Tournament.Signals, StakingRegime.Legacy, round, 64, Nmr.Zero, [stake])]);
        return StepUp.Of(mode, FundPolicy.Initial, plan, snapshot, new AfterPlan(null, null, breaks), isFirst);
    }
}

using StakeBot.Adapters.Paper;
using StakeBot.Adapters.Paper.Books;
using StakeBot.Adapters.Paper.World;
using StakeBot.Bot.Ports;
using StakeBot.Core.Money;
using StakeBot.Core.Proposals;
using StakeBot.Core.Risk;
using StakeBot.Core.Risk.Settling;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Tests.Paper;

/// <summary>What the simulated account says of its open rounds, and whether the prediction from it is true: the account can be moved on.</summary>
public sealed class PaperOpenRoundsTests(ITestOutputHelper output)
{
    private const int Worlds = 60;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Positions_add_up_to_what_is_locked()
    {
        StakeSnapshot snapshot = await PaperExamples.Account().ReadStakesAsync(Ct);
        foreach (Stake.Atomic stake in snapshot.Stakes.OfType<Stake.Atomic>())
        {
            Assert.Equal(stake.InRounds, stake.Positions.Select(position => position.AtRisk).Total);
            Assert.Equal(stake.OpenRounds, stake.Positions.Count);
        }
        Assert.All(snapshot.Stakes.OfType<Stake.Legacy>().Where(stake => stake.PendingRelease == Nmr.Zero), stake => Assert.InRange(stake.Positions.Count, 55, 64));
        Assert.All(snapshot.Stakes.SelectMany(stake => stake.Positions), position => Assert.InRange(position.Round.Value, 1341, 1404));
    }

    [Fact]
    public async Task Open_rounds_have_their_daily_scores_and_say_how_many()
    {
        ScorePanel panel = (await PaperExamples.Account().ReadScoresAsync(Tournament.Classic, Ct))!;
        Assert.Equal(ScoreAccrual.Sum, panel.Accrual);
        Assert.Equal((59, 0), (panel.ScoredDays[new RoundNumber(1341)], panel.ScoredDays[new RoundNumber(1404)]));
        Assert.Equal(64, panel.ScoredDays.Count);
    }

    [Fact]
    public async Task Scores_as_they_are_now_give_the_pending_payout()
    {
        PaperAccount account = PaperExamples.Account();
        StakeSnapshot snapshot = await account.ReadStakesAsync(Ct);
        OpenRisk risk = await AssessAsync(account, snapshot);
        Nmr assessed = snapshot.Stakes.Where(stake => !risk.Unassessed.Contains(stake)).Select(stake => stake.PayoutPending).Total;
        Assert.Equal(assessed.ToDouble(), risk.Rounds.Select(round => round.Now).Total.ToDouble(), 6);
    }

    [Fact]
    public async Task In_many_worlds_the_outcome_lies_in_the_interval_as_often_as_it_says()
    {
        int inside = 0, belowBad = 0, insideNext = 0;
        double daily = 0, resolved = 0, nothing = 0;
        for (ulong seed = 1; seed <= Worlds; seed++)
        {
            using PaperAccount account = new(PaperExamples.History, TimeProvider.System, null, PaperSeeds.Of(seed), Opening.Default);
            StakeSnapshot snapshot = await account.ReadStakesAsync(Ct);
            OpenRisk risk = await AssessAsync(account, snapshot);
            PaperAdvance advance = await account.AdvanceAsync(64, Ct);
            double Outcome(int through) => advance.Resolved
                .Where(entry => entry.Round.Value <= through && !risk.Unassessed.Any(stake => stake.Model.Id == entry.Model.Id))
                .Select(entry => entry.Change).Total.ToDouble();
            inside += Holds(risk.Total, Outcome(1404)) ? 1 : 0;
            belowBad += Outcome(1404) < risk.Total.Bad.ToDouble() ? 1 : 0;
            Settlement month = risk.Rounds.Last(round => round.Round.Value == 1360).Running;
            insideNext += Holds(month, Outcome(1360)) ? 1 : 0;
            (daily, resolved, nothing) = (daily + Width(risk.Total), resolved + Width(risk.GivenResolved), nothing + Width(risk.GivenNothing));
        }
        output.WriteLine(
            $"{inside} of {Worlds} inside, {belowBad} below the bad case; width {daily / nothing:0.00} of that without knowledge, {daily / resolved:0.00} of that from resolved rounds; "
            + $"the next 20 rounds {insideNext} of {Worlds} inside");
        Assert.InRange(inside / (double)Worlds, 0.85, 1);
        Assert.InRange(insideNext / (double)Worlds, 0.85, 1);
        Assert.InRange(belowBad / (double)Worlds, 0, 0.05);
        Assert.True(daily < 0.85 * nothing);
    }

    private static bool Holds(Settlement settlement, double outcome) => settlement.Low.ToDouble() <= outcome && outcome <= settlement.High.ToDouble();

    private static double Width(Settlement settlement) => (settlement.High - settlement.Low).ToDouble();

    private static async Task<OpenRisk> AssessAsync(PaperAccount account, StakeSnapshot snapshot)
    {
        FundHistory history = FundHistory.Of(
        [
            await PricedAsync(account, PaperExamples.Classic),
            await PricedAsync(account, PaperExamples.Signals),
        ]);
        return OpenRisk.Of(snapshot, history, WindowMoments.Of(history), RiskPolicy.Default);
    }

    private static async Task<PricedTournament> PricedAsync(PaperAccount account, PayoutRule rule) =>
        PricedTournament.Of((await account.ReadScoresAsync(rule.Tournament, Ct))!, new PricingRule.Chosen(rule, true, "a test"));
}

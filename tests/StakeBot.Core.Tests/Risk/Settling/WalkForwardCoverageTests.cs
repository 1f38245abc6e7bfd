using StakeBot.Core.Money;
using StakeBot.Core.Risk;
using StakeBot.Core.Risk.Settling;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Core.Tests.Risk.Settling;

/// <summary>
/// The public scores, round by round as they became known: the sum of the rounds still open is predicted from the resolved rounds that overlap them. Their
/// history has final scores only. Short histories, gaps and models that change are in it as they were.
/// </summary>
public sealed class WalkForwardCoverageTests(ITestOutputHelper output)
{
    private const int Open = 24, FirstKnown = 5 * Open;

    [Fact]
    public void Of_outcomes_85_to_95_in_a_hundred_lie_in_the_90_percent_interval()
    {
        PricedTournament all = SharedScores.Priced(SharedScores.Legacy);
        FundHistory afterwards = FundHistory.Of([all]);
        Tally single = new(), whole = new();
        for (int known = FirstKnown; known + Open <= afterwards.Returns.RoundCount; known += 2)
            Predict(all with { Returns = all.Returns.OfRounds(0, known) }, afterwards, single, whole);
        output.WriteLine($"single models: {single}; equal weights: {whole}");
        Assert.InRange(single.Coverage, 0.85, 0.95);
        Assert.InRange(whole.Coverage, 0.85, 0.95);
        Assert.True(single.Narrowing < 0.9);
    }

    private static void Predict(PricedTournament then, FundHistory afterwards, Tally single, Tally whole)
    {
        FundHistory history = FundHistory.Of([then]);
        WindowMoments moments = WindowMoments.Of(history);
        RoundNumber[] targets = [.. Enumerable.Range(1, Open).Select(ahead => then.Returns.LastRound + ahead)];
        OpenTournament tournament = OpenTournament.Of(history, then, targets, new SettlingMemory());
        ReturnScale scale = ReturnScale.Of(history, moments, [tournament]);
        Holding[] holdings =
        [
            .. history.Models.Select((model, column) => (model, column)).Where(pair => afterwards.ColumnOf(pair.model.Id) is not null).Select(pair => new Holding(
                new Stake.Legacy(pair.model) { Staked = new Nmr(1), PayoutPending = Nmr.Zero }, pair.column, tournament, [.. targets.Select(_ => 1.0)])),
        ];
        foreach (Holding holding in holdings)
            Count(single, [holding]);
        Count(whole, holdings);

        void Count(Tally tally, Holding[] held)
        {
            OpenBook book = new([tournament], held, [], false);
            StudentTail student = new(OpenRisk.DegreesOf(held, moments));
            tally.Count(
                held.Sum(holding => Outcome(afterwards, holding.Stake.Model, targets)),
                new SettlementSum(book, scale, Knowledge.ResolvedRounds, student, 0.05).Total(),
                new SettlementSum(book, scale, Knowledge.Nothing, student, 0.05).Total());
        }
    }

    private static double Outcome(FundHistory afterwards, Model model, RoundNumber[] targets)
    {
        int column = afterwards.ColumnOf(model.Id)!.Value;
        return targets.Sum(round => afterwards.Completed[round - afterwards.Completed.FirstRound, column]);
    }

    private sealed class Tally
    {
        private int _count, _inside, _below;
        private double _given, _without;

        public double Coverage => _inside / (double)_count;

        public double Narrowing => _given / _without;

        public void Count(double outcome, Settlement given, Settlement without)
        {
            _count++;
            _inside += given.Low.ToDouble() <= outcome && outcome <= given.High.ToDouble() ? 1 : 0;
            _below += outcome < given.Low.ToDouble() ? 1 : 0;
            _given += (given.High - given.Low).ToDouble();
            _without += (without.High - without.Low).ToDouble();
        }

        public override string ToString() =>
            $"{_inside} of {_count} = {Coverage:P1} inside, {_below} below; width {Narrowing:0.00} of that without knowledge";
    }
}

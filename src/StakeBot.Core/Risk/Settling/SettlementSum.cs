using System.Numerics.Tensors;
using StakeBot.Core.Money;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Core.Risk.Settling;

/// <summary>Adds up predicted settlements over rounds and models, with the covariance of what remains uncertain.</summary>
internal sealed class SettlementSum
{
    private const double Interval = 0.90;

    private readonly OpenBook _book;
    private readonly ReturnScale _scale;
    private readonly StudentTail _student;
    private readonly double _tail;
    private readonly HoldingForecast[] _forecasts;

    /// <param name="book">Who has what in which round.</param>
    /// <param name="scale">Mean and covariance of rounds.</param>
    /// <param name="knowledge">What is taken as known.</param>
    /// <param name="student">The tails.</param>
    /// <param name="tail">The share of outcomes that are the bad case, 0.05 for 1 in 20.</param>
    public SettlementSum(OpenBook book, ReturnScale scale, Knowledge knowledge, StudentTail student, double tail)
    {
        _book = book;
        _scale = scale;
        _student = student;
        _tail = tail;
        _forecasts = [.. book.Holdings.Select(holding => HoldingForecast.Of(holding, scale, knowledge))];
    }

    /// <summary>Everything together.</summary>
    public Settlement Total()
    {
        Sum sum = new(this);
        for (int t = 0; _book.Holdings.Count > 0 && t < _book.Holdings[0].Tournament.Targets.Count; t++)
        {
            foreach (OpenTournament tournament in _book.Tournaments)
                sum.Add(tournament, t);
        }
        return sum.Value();
    }

    /// <summary>Each round with the running sum.</summary>
    public IReadOnlyList<OpenRound> Rounds()
    {
        Sum running = new(this);
        List<OpenRound> rounds = [];
        foreach ((OpenTournament tournament, int t, DateOnly settles) in Order())
        {
            Sum own = new(this);
            own.Add(tournament, t);
            running.Add(tournament, t);
            RoundNumber round = tournament.Targets[t];
            Holding[] holdings = [.. _book.Holdings.Where(holding => holding.Tournament == tournament && holding.AtRisk[t] > 0)];
            double now = holdings.Sum(holding => holding.AtRisk[t] * (tournament.Priced.Provisional.NowOf(holding.Stake.Model.Id, round) ?? 0));
            rounds.Add(new OpenRound(
                tournament.Priced.Tournament, round, settles, Amount(holdings.Sum(holding => holding.AtRisk[t])), tournament.DaysOf(round),
                tournament.Fit.Kernel.ScoringDays, Amount(now), own.Value(), running.Value()));
        }
        return rounds;
    }

    private IEnumerable<(OpenTournament Tournament, int Target, DateOnly Settles)> Order() => _book.Tournaments
        .SelectMany(tournament => tournament.Targets.Select((round, t) => (
            Tournament: tournament, Target: t, Settles: RoundCalendar.OpenDate(round + (tournament.Priced.Window.Rounds - 1)))))
        .Where(cell => _book.Holdings.Any(holding => holding.Tournament == cell.Tournament && holding.AtRisk[cell.Target] > 0))
        .OrderBy(cell => cell.Settles)
        .ThenBy(cell => cell.Tournament.Priced.Tournament);

    private static Nmr Amount(double nmr) => new(decimal.Round((decimal)nmr, 9));

    /// <summary>A growing sum.</summary>
    private sealed class Sum(SettlementSum of)
    {
        private readonly double[][] _errors = [.. of._book.Holdings.Select(holding => new double[holding.Tournament.Targets.Count])];
        private readonly double[] _ofMeans = new double[of._book.Holdings.Count];
        private readonly double[] _worst = new double[of._book.Holdings.Count];
        private readonly bool[] _isIn = new bool[of._book.Holdings.Count];
        private double _expected;

        public void Add(OpenTournament tournament, int target)
        {
            for (int h = 0; h < _errors.Length; h++)
            {
                Holding holding = of._book.Holdings[h];
                double atRisk = holding.AtRisk[target];
                if (holding.Tournament != tournament || atRisk == 0)
                    continue;
                _isIn[h] = true;
                (RoundPrediction prediction, ClippedNormal[] returns) = of._forecasts[h];
                _expected += atRisk * returns[target].Mean;
                _worst[h] += atRisk * (prediction.IsKnown(target) ? returns[target].Mean : -tournament.Priced.Rule.Clip);
                double sensitive = atRisk * returns[target].Slope;
                _ofMeans[h] += sensitive * prediction.OfMean[target];
                TensorPrimitives.MultiplyAdd(prediction.Root[target], sensitive, _errors[h], _errors[h]);
            }
        }

        public Settlement Value()
        {
            int[] involved = [.. Enumerable.Range(0, _isIn.Length).Where(h => _isIn[h])];
            double variance = 0;
            foreach (int h in involved)
            {
                foreach (int g in involved)
                {
                    int i = of._book.Holdings[h].Column, j = of._book.Holdings[g].Column;
                    variance += of._scale.Covariance(i, j) * TensorPrimitives.Dot<double>(_errors[h], _errors[g]) + of._scale.OfMeans(i, j) * _ofMeans[h] * _ofMeans[g];
                }
            }
            double deviation = Math.Sqrt(Math.Max(0, variance));
            double worst = 0;
            for (int h = 0; h < _worst.Length; h++)
            {
                // The same Legacy NMR is in every round: it burns once.
                worst += of._book.Holdings[h].Stake is Stake.Legacy legacy ? Math.Max(_worst[h], -legacy.Staked.ToDouble()) : _worst[h];
            }
            double wide = of._student.Quantile((1 + Interval) / 2) * deviation, half = of._student.Quantile(0.75) * deviation;
            double bad = _expected + of._student.MeanBelow(of._tail) * deviation;
            return new Settlement(
                Amount(_expected),
                Amount(deviation),
                Amount(Math.Max(_expected - wide, worst)),
                Amount(_expected + wide),
                Amount(Math.Max(_expected - half, worst)),
                Amount(_expected + half),
                Amount(Math.Max(bad, worst)),
                Amount(worst));
        }
    }
}

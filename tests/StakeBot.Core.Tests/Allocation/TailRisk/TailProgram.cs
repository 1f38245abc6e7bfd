using StakeBot.Core.Allocation;
using StakeBot.Core.Risk;

namespace StakeBot.Core.Tests.Allocation.TailRisk;

/// <summary>The textbook linear program of a tail measure: the least risk with at least a given return.</summary>
internal sealed class TailProgram : IDisposable
{
    private readonly HighsProgram _program = new();
    private readonly int _assets;
    private readonly int _returnRow;

    public TailProgram(ScenarioSet scenarios, Bounds bounds, RiskMeasure measure, double level)
    {
        _assets = scenarios.Assets;
        int[] assets = [.. Enumerable.Range(0, _assets)];
        double[] mean = [.. assets.Select(i => Enumerable.Range(0, scenarios.Count).Average(t => scenarios.Row(t)[i]))];
        foreach (int i in assets)
            _program.Column(0, bounds.Lower[i], bounds.Upper[i]);
        _program.Row(1, 1, assets.Select(i => (i, 1.0)));
        _returnRow = _program.Row(double.NegativeInfinity, double.PositiveInfinity, assets.Select(i => (i, mean[i])));

        int edge = _program.Column(1, double.NegativeInfinity, double.PositiveInfinity);
        double tailWeight = 1 / Cvar.TailOutcomes(scenarios.Count, level);
        int drawdown = -1;
        for (int t = 0; t < scenarios.Count; t++)
        {
            double[] row = scenarios.Row(t).ToArray();
            List<(int, double)> entries = [.. assets.Select(i => (i, row[i]))];
            if (measure == RiskMeasure.Cvar)
            {
                _program.Row(0, double.PositiveInfinity, [.. entries, (edge, 1), (Excess(), 1)]);
                continue;
            }
            // d_t ≥ d_{t−1} − x_t, d_t ≥ 0, and d_t is at most the edge plus what is beyond it.
            if (drawdown >= 0)
                entries.Add((drawdown, -1));
            drawdown = _program.Column(0, 0, double.PositiveInfinity);
            _program.Row(0, double.PositiveInfinity, [.. entries, (drawdown, 1)]);
            List<(int, double)> beyond = [(edge, 1), (drawdown, -1)];
            if (measure == RiskMeasure.Cdar)
                beyond.Add((Excess(), 1));
            _program.Row(0, double.PositiveInfinity, beyond);
        }

        int Excess() => _program.Column(tailWeight, 0, double.PositiveInfinity);
    }

    /// <summary>Weights of least risk with at least that return.</summary>
    public double[] LeastRisk(double target)
    {
        _program.Bound(_returnRow, target, double.PositiveInfinity);
        return _program.Solve()[.._assets];
    }

    public void Dispose() => _program.Dispose();
}

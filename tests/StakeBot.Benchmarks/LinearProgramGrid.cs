using Google.OrTools.LinearSolver;
using StakeBot.Core.Allocation;
using StakeBot.Core.Risk;

namespace StakeBot.Benchmarks;

/// <summary>What one would do without an engine: the textbook linear program of the CVaR, solved by HiGHS for 25 target returns.</summary>
internal sealed class LinearProgramGrid
{
    private const int Points = 25;

    private readonly ScenarioSet _scenarios;
    private readonly double _tail;
    private readonly double[] _mean;

    public LinearProgramGrid(ScenarioSet scenarios, double level)
    {
        _scenarios = scenarios;
        _tail = Cvar.TailOutcomes(scenarios.Count, level);
        _mean = [.. Enumerable.Range(0, scenarios.Assets).Select(i => Enumerable.Range(0, scenarios.Count).Average(t => scenarios.Row(t)[i]))];
    }

    /// <summary>The least CVaR at 25 equally spaced returns, from the portfolio of least risk to the greatest return.</summary>
    public double[] Solve()
    {
        using Solver solver = Solver.CreateSolver("HIGHS_LP");
        solver.SuppressOutput();
        Variable[] weights = [.. _mean.Select(_ => solver.MakeNumVar(0, 1, ""))];
        Variable edge = solver.MakeNumVar(double.NegativeInfinity, double.PositiveInfinity, "");
        Constraint budget = solver.MakeConstraint(1, 1, ""), target = solver.MakeConstraint(double.NegativeInfinity, double.PositiveInfinity, "");
        Objective risk = solver.Objective();
        risk.SetCoefficient(edge, 1);
        risk.SetMinimization();
        for (int i = 0; i < weights.Length; i++)
        {
            budget.SetCoefficient(weights[i], 1);
            target.SetCoefficient(weights[i], _mean[i]);
        }
        for (int t = 0; t < _scenarios.Count; t++)
        {
            Variable beyond = solver.MakeNumVar(0, double.PositiveInfinity, "");
            risk.SetCoefficient(beyond, 1 / _tail);
            Constraint loss = solver.MakeConstraint(0, double.PositiveInfinity, "");
            loss.SetCoefficient(edge, 1);
            loss.SetCoefficient(beyond, 1);
            for (int i = 0; i < weights.Length; i++)
                loss.SetCoefficient(weights[i], _scenarios.Row(t)[i]);
        }
        double[] risks = new double[Points];
        risks[0] = Optimum();
        double from = weights.Select((w, i) => w.SolutionValue() * _mean[i]).Sum(), to = _mean.Max();
        for (int point = 1; point < Points; point++)
        {
            target.SetLb(Math.Min(to, from + point * (to - from) / (Points - 1)) - 1e-12);
            risks[point] = Optimum();
        }
        return risks;

        double Optimum() => solver.Solve() == Solver.ResultStatus.OPTIMAL ? risk.Value() : throw new InvalidOperationException("HiGHS found no optimum.");
    }
}

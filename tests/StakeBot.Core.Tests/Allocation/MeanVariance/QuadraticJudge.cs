using System.Collections.Immutable;
using StakeBot.Core.Allocation;
using StakeBot.Core.Tests.Allocation.TailRisk;

namespace StakeBot.Core.Tests.Allocation.MeanVariance;

/// <summary>The textbook quadratic program for HiGHS: the least variance with at least a given (net) return, Σ in units of its mean variance.</summary>
internal sealed class QuadraticJudge : IDisposable
{
    private readonly HighsProgram _program = new();
    private readonly int _assets;
    private readonly int _returnRow;
    private readonly double _returnUnit;

    public QuadraticJudge(Moments moments, Bounds bounds, ImmutableArray<GroupBound> groups = default, TurnoverCost? turnover = null)
    {
        _assets = moments.Count;
        int[] assets = [.. Enumerable.Range(0, _assets)];
        double unit = assets.Average(i => moments.Covariance[i * _assets + i]);
        foreach (int i in assets)
            _program.Column(0, bounds.Lower[i], bounds.Upper[i]);
        _program.Quadratic([.. moments.Covariance.Select(c => unit > 0 ? c / unit : 0)], _assets);
        _program.Row(1, 1, assets.Select(i => (i, 1.0)));
        foreach (GroupBound group in groups.IsDefault ? [] : groups)
            _program.Row(group.Lower, group.Upper, group.Members.Select(i => (i, 1.0)));
        double range = moments.Mean.Max() - moments.Mean.Min();
        _returnUnit = range > 0 ? range : 1;
        List<(int, double)> net = [.. assets.Select(i => (i, moments.Mean[i] / _returnUnit))];
        foreach (int i in turnover is null ? [] : assets)
        {
            int bought = _program.Column(0, 0, double.PositiveInfinity), sold = _program.Column(0, 0, double.PositiveInfinity);
            _program.Row(turnover!.Present[i], turnover.Present[i], [(i, 1), (bought, -1), (sold, 1)]);
            net.AddRange([(bought, -turnover.Rate / _returnUnit), (sold, -turnover.Rate / _returnUnit)]);
        }
        _returnRow = _program.Row(double.NegativeInfinity, double.PositiveInfinity, net);
    }

    /// <summary>Weights of least variance with at least that return; null where the judge gives up, as it does on some singular covariances.</summary>
    public double[]? LeastRisk(double target)
    {
        _program.Bound(_returnRow, target / _returnUnit, double.PositiveInfinity);
        return _program.TrySolve()?[.._assets];
    }

    public void Dispose() => _program.Dispose();
}

using System.Collections.Immutable;
using System.Numerics.Tensors;

namespace StakeBot.Core.Allocation.TailRisk;

/// <summary>What the frontiers of all tail measures have in common: what cannot be solved, what needs no simplex, and the answer with its certificate.</summary>
internal static class TailFrontier
{
    // Below this, relative to the largest number of the data, a risk is none and a return per risk means nothing.
    private const double NoRisk = 1e-12;

    // A trace needs about one pivot for each scenario and each asset at most; one that needs far more goes round in circles.
    private const int PivotsPerLine = 20;

    /// <summary>A reason not to start; null when there is none.</summary>
    internal static FrontierOutcome? Objection(ScenarioSet scenarios, Bounds bounds)
    {
        if (bounds.Count != scenarios.Assets)
            throw new ArgumentException($"{bounds.Count} bounds for {scenarios.Assets} assets.", nameof(bounds));
        if (scenarios.Count == 0)
            return new FrontierOutcome.TooFewRounds(0, 1);
        return MeanVariance.Feasibility.Objection(bounds);
    }

    /// <summary>
    /// Traces with one rule for ties after another until the certificate holds, which the first one nearly always brings about. Where none does, the best
    /// trace is the answer, with a certificate that says that it does not hold.
    /// </summary>
    internal static FrontierOutcome Trace(
        RiskMeasure measure, Bounds bounds, ReturnSlope slope, ScenarioTable table, Func<TieRule, TailRows> rows, Func<ReadOnlySpan<double>, double> risk)
    {
        if (OnlyPortfolio.Within(bounds) is { } only)
        {
            VertexList one = new();
            one.Add(only, risk(only), 0);
            return Solved(measure, bounds, one.Corners(slope.Mean, 1), 0, table.Scale, risk);
        }
        (VertexList Vertices, double Residual)? best = null;
        foreach (TieRule rule in TieRule.All)
        {
            TailSimplex simplex = new(bounds, rows(rule), slope, rule);
            VertexList vertices = new();
            if (!simplex.Trace(vertices, PivotsPerLine * (100 + table.Count + table.Assets)) || simplex.Residual >= best?.Residual)
                continue;
            best = (vertices, simplex.Residual);
            if (simplex.Residual < Certificate.Tolerance)
                break;
        }
        if (best is not { } answer)
            throw new InvalidOperationException($"No trace of {table.Count} × {table.Assets} scenarios came to its end.");
        return Solved(measure, bounds, answer.Vertices.Corners(slope.Mean, table.Scale), answer.Residual, table.Scale, risk);
    }

    private static FrontierOutcome.Solved Solved(
        RiskMeasure measure, Bounds bounds, ImmutableArray<CornerPortfolio> corners, double residual, double scale, Func<ReadOnlySpan<double>, double> risk)
    {
        double budget = 0, beyond = 0;
        double[] difference = new double[bounds.Count];
        foreach (CornerPortfolio corner in corners)
        {
            ReadOnlySpan<double> weights = corner.Weights.AsSpan();
            budget = Math.Max(budget, Math.Abs(TensorPrimitives.Sum(weights) - 1));
            TensorPrimitives.Subtract(bounds.Lower.AsSpan(), weights, difference);
            beyond = Math.Max(beyond, TensorPrimitives.Max<double>(difference));
            TensorPrimitives.Subtract(weights, bounds.Upper.AsSpan(), difference);
            beyond = Math.Max(beyond, TensorPrimitives.Max<double>(difference));
        }
        return new FrontierOutcome.Solved(new Frontier(measure, corners, MaxRatio(corners, NoRisk / scale), new Certificate(budget, beyond, residual), risk));
    }

    // On an edge return and risk are linear, so their ratio has no maximum inside it. Where the least risk is not positive the ratio has a pole.
    private static CornerPortfolio? MaxRatio(ImmutableArray<CornerPortfolio> corners, double noRisk)
    {
        if (corners[0].Risk <= noRisk)
            return null;
        CornerPortfolio best = corners[0];
        foreach (CornerPortfolio corner in corners)
        {
            if (corner.Ratio > best.Ratio)
                best = corner;
        }
        return best.Return > 0 ? best : null;
    }
}

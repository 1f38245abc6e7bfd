using System.Collections.Immutable;
using System.Numerics.Tensors;
using StakeBot.Core.Allocation.MeanVariance;

namespace StakeBot.Core.Allocation;

/// <summary>
/// The whole exact mean–variance frontier (Markowitz 1956), traced upward from minimum variance: every corner portfolio of
/// min ½w′Σw − λμ′w, 1′w = 1, l ≤ w ≤ u, for λ from 0 upward. Σ may be singular: copies, riskless assets and fewer rounds than assets are
/// ordinary. Where several portfolios have least risk the frontier starts at the one of greatest return; copies share equally.
/// </summary>
public static class CriticalLine
{
    private const double Epsilon = 2.3e-16;

    /// <summary>Traces the frontier within bounds.</summary>
    /// <param name="moments">μ and Σ of n assets.</param>
    /// <param name="bounds">l and u of the same assets.</param>
    /// <returns>The frontier with a certificate that holds, or which bound leaves no portfolio.</returns>
    /// <exception cref="ArgumentException">The shapes do not fit, or Σ is not positive semidefinite by more than rounding.</exception>
    public static FrontierOutcome Trace(Moments moments, Bounds bounds) => Trace(moments, bounds, []);

    /// <summary>Traces the frontier within bounds on assets and on groups of them, net of the cost of change.</summary>
    /// <param name="moments">μ and Σ of n assets.</param>
    /// <param name="bounds">l and u of the same assets.</param>
    /// <param name="groups">Bounds on the total of several assets; none if empty.</param>
    /// <param name="turnover">What a change from the present weights costs; null for nothing. Returns are net of it.</param>
    /// <returns>The frontier with a certificate that holds, or which bound or group leaves no portfolio.</returns>
    /// <exception cref="ArgumentException">The shapes do not fit, or Σ is not positive semidefinite by more than rounding.</exception>
    public static FrontierOutcome Trace(
        Moments moments, Bounds bounds, ImmutableArray<GroupBound> groups, TurnoverCost? turnover = null)
    {
        int n = moments.Count;
        if (bounds.Count != n)
            throw new ArgumentException($"{n} assets, {bounds.Count} bounds.", nameof(bounds));
        if (groups.Any(g => g.Members.Any(i => i < 0 || i >= n)))
            throw new ArgumentException($"A group has a member that is none of the {n} assets.", nameof(groups));
        if (turnover is not null && turnover.Present.Length != n)
            throw new ArgumentException($"{n} assets, {turnover.Present.Length} present weights.", nameof(turnover));
        if (Feasibility.Objection(bounds) is { } objection)
            return objection;

        for (int attempt = 0; attempt < AssetOrder.Count; attempt++)
        {
            if (TryTrace(moments, bounds, groups, turnover, AssetOrder.Of(n, attempt)) is { } outcome)
                return outcome;
        }
        throw new InvalidOperationException($"The frontier of {n} assets could not be traced to the last digit; no weights are given.");
    }

    /// <summary>The outcome, or null when rounding led astray; another order of the assets then takes another way.</summary>
    internal static FrontierOutcome? TryTrace(
        Moments moments, Bounds bounds, ImmutableArray<GroupBound> groups, TurnoverCost? turnover, int[] order)
    {
        try
        {
            var problem = new Formulation(moments, bounds, groups, turnover, order);
            (ActiveSet? set, FrontierOutcome.Infeasible? objection) = FeasibleVertex.Find(problem, groups);
            if (set is null)
                return objection;
            LeastRisk.Reach(set);
            var answer = new Answer(problem, moments, new Twins(moments, bounds, groups, turnover));
            Rise(problem, set, answer);
            Frontier frontier = answer.Finish();
            return frontier.Certificate.Holds ? new FrontierOutcome.Solved(frontier) : null;
        }
        catch (PathLostException)
        {
            return null;
        }
    }

    /// <summary>Follows λ from 0 to the greatest return. Means are measured from the best, in units of their range, as variances.</summary>
    private static void Rise(Formulation problem, ActiveSet set, Answer answer)
    {
        QuadraticProgram program = problem.Program;
        ReadOnlySpan<double> means = problem.Mean.AsSpan(0, problem.Parts);
        double best = TensorPrimitives.Max(means), range = best - TensorPrimitives.Min(means), largest = Math.Abs(TensorPrimitives.MaxMagnitude(means));
        double scale = range > 1e-12 * largest ? program.Unit / range : 0;
        double[] slope = new double[program.Count];
        for (int v = 0; v < problem.Parts; v++)
            slope[v] = (best - means[v]) * scale;
        double noise = Epsilon * program.Unit * Math.Max(1, scale * largest / program.Unit);
        new ParametricPath(set, new double[program.Count], slope, noise).Follow(1e-3 * program.Unit / noise, moveToEnd: false, (theta, x, multipliers) =>
        {
            double lambda = theta * scale;
            double[] pi = [.. multipliers];
            pi[0] -= lambda * best;
            answer.Add(lambda, x, pi);
        });
    }
}

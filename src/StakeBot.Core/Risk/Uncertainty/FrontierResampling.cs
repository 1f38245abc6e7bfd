using StakeBot.Core.Allocation;

namespace StakeBot.Core.Risk.Uncertainty;

/// <summary>
/// Estimates a fund's moments and frontier anew from resampled rounds, resample by resample. Each depends on the seed and its number alone, so they may
/// be drawn in any order, side by side, and stopped at any time; <see cref="FrontierBands.Gather"/> gathers them.
/// </summary>
/// <remarks>Whole rounds, all models together, in blocks of <see cref="BlockLength"/>. How much is shrunk stays, for the history is worth the same.</remarks>
public sealed class FrontierResampling
{
    private readonly FundHistory _history;
    private readonly WindowMoments _moments;
    private readonly Bounds _bounds;
    private readonly StationaryBootstrap _bootstrap;
    private readonly RiskMeasure _measure;
    private readonly double _level;
    private readonly double[][] _original;

    /// <summary>Prepares resamples.</summary>
    /// <param name="inputs">What the original frontier was traced from, per window: its measure and level are those of the resamples.</param>
    /// <param name="history">The history behind it.</param>
    /// <param name="moments">Its estimates.</param>
    /// <param name="frontier">The original frontier.</param>
    /// <param name="bounds">The bounds that it was traced within.</param>
    /// <param name="present">The present weights, one per model, or null; what is missing to 1 is idle.</param>
    /// <param name="seed">The same seed, the same resamples.</param>
    public FrontierResampling(
        FrontierInputs inputs, FundHistory history, WindowMoments moments, Frontier frontier, Bounds bounds, double[]? present, ulong seed)
    {
        if (bounds.Count != history.Models.Count)
            throw new ArgumentException($"{history.Models.Count} models, {bounds.Count} bounds.", nameof(bounds));
        _history = history;
        _moments = moments;
        _bounds = bounds;
        _measure = inputs.Measure;
        _level = inputs.Level;
        Frontier = frontier;
        Present = present;
        _bootstrap = new StationaryBootstrap(history.Completed.RoundCount, BlockLength.Of(history), seed);
        _original = [.. Enumerable.Range(0, FrontierBands.Positions).Select(k => Position(frontier, k).Weights.ToArray())];
    }

    /// <summary>The original frontier.</summary>
    public Frontier Frontier { get; }

    /// <summary>The present weights; null without any.</summary>
    public double[]? Present { get; }

    /// <summary>The mean length of a block, in rounds.</summary>
    public double MeanBlock => _bootstrap.MeanBlock;

    /// <summary>Draws a resample and traces its frontier; null in the rare case that the solver finds none.</summary>
    /// <param name="resample">Its number, from 0.</param>
    public ResampledFrontier? Draw(int resample)
    {
        ReturnMatrix returns = _history.Completed.Rearranged(_bootstrap.Draw(resample));
        WindowMoments moments = _moments.Again(returns, _history.Windows);
        FrontierInputs inputs = FrontierInputs.Of(_measure, _level, returns, _history.Windows, null, moments);
        if (inputs.Trace(_bounds) is not FrontierOutcome.Solved(var frontier))
            return null;
        double[] claimed = new double[FrontierBands.Positions];
        double[] truly = new double[FrontierBands.Positions];
        double[] ofOriginal = new double[FrontierBands.Positions];
        for (int k = 0; k < claimed.Length; k++)
        {
            CornerPortfolio portfolio = Position(frontier, k);
            claimed[k] = portfolio.Risk;
            truly[k] = Frontier.RiskOf(portfolio.Weights.AsSpan());
            ofOriginal[k] = frontier.RiskOf(_original[k]);
        }
        return new ResampledFrontier(
            claimed,
            truly,
            ofOriginal,
            Present is null ? double.NaN : frontier.RiskOf(Present),
            [.. frontier.MinRisk.Weights],
            frontier.MaxRatio is { } best ? [.. best.Weights] : null);
    }

    /// <summary>The portfolio at a position of a frontier.</summary>
    internal static CornerPortfolio Position(Frontier frontier, int position)
    {
        double from = frontier.MinRisk.Return, to = frontier.MaxReturn.Return;
        double target = from + (to - from) * position / (FrontierBands.Positions - 1);
        return frontier.AtReturn(target) ?? frontier.MaxReturn;
    }
}

using StakeBot.Core.Allocation;
using StakeBot.Core.Risk.Uncertainty;

namespace StakeBot.Bot.Features.FrontierView;

/// <summary>Draws the resamples behind a frontier's bands side by side on all processors. The same question has the same answer: the seed is fixed.</summary>
internal static class FrontierUncertainty
{
    private const int Resamples = 400;
    private const ulong Seed = 20261122;

    /// <summary>The bands of the frontier with everything staked; null when they were not asked for.</summary>
    public static async Task<FrontierBands?> OfAsync(FrontierStudy.Drawn study, CancellationToken ct)
    {
        if (!study.Request.WithBands)
            return null;
        Bounds bounds = Bounds.LongOnly(study.History.Models.Count, study.Request.Cap);
        double[]? present = study.Present.IsEmpty ? null : study.Present.Weights;
        FrontierResampling resampling = new(study.Inputs, study.History, study.Moments, study.Frontiers.Staked, bounds, present, Seed);
        ResampledFrontier?[] drawn = new ResampledFrontier?[Resamples];
        await Parallel.ForAsync(0, Resamples, ct, (k, _) =>
        {
            drawn[k] = resampling.Draw(k);
            return ValueTask.CompletedTask;
        });
        return FrontierBands.Gather(resampling, drawn);
    }
}

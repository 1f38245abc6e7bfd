using System.Text.Json;
using StakeBot.Core.Allocation;
using StakeBot.Core.Tests.Allocation.TailRisk;

namespace StakeBot.Core.Tests.Allocation.MeanVariance;

/// <summary>Exact answers of another implementation, from the reference data.</summary>
public sealed class ReferenceAnswersTests
{
    [Theory]
    [InlineData("real22", "1")]
    [InlineData("real22", "0.35")]
    [InlineData("real23", "1")]
    [InlineData("real23", "0.35")]
    [InlineData("synth50", "1")]
    [InlineData("synth50", "0.35")]
    [InlineData("synth50", "0.05")]
    [InlineData("synth200", "1")]
    [InlineData("synth200", "0.35")]
    [InlineData("synth200", "0.02")]
    [InlineData("synth500", "1")]
    [InlineData("synth500", "0.35")]
    [InlineData("synth500", "0.02")]
    [InlineData("synth1000", "1")]
    [InlineData("synth1000", "0.35")]
    [InlineData("synth1000", "0.02")]
    public void The_frontier_is_that_of_the_reference(string set, string cap)
    {
        JsonElement answers = ReferenceSets.Answers($"mv_{set}_cap{cap}");
        Moments moments = SampleMoments.Of(ReferenceSets.Scenarios(set));
        Frontier frontier = CriticalLine.Trace(moments, Bounds.LongOnly(moments.Count, double.Parse(cap, System.Globalization.CultureInfo.InvariantCulture))).Solved();

        Is(answers.GetProperty("minvar"), frontier.MinRisk);
        Is(answers.GetProperty("maxsharpe"), frontier.MaxRatio!);
        Relative(answers.GetProperty("maxsharpe").GetProperty("sharpe").GetDouble(), frontier.MaxRatio!.Ratio);
        double[] targets = answers.Numbers("grid_target"), deviations = answers.Numbers("grid_sd");
        Assert.Equal(25, targets.Length);
        for (int i = 0; i < targets.Length; i++)
            Relative(deviations[i], At(frontier, targets[i]).Risk);
        double[] returns = answers.Numbers("corner_return"), cornerDeviations = answers.Numbers("corner_sd");
        for (int i = 0; i < returns.Length; i++)
            Relative(cornerDeviations[i], At(frontier, returns[i]).Risk);
    }

    [Fact]
    public void Degenerate_data_have_the_answers_that_interior_point_methods_find()
    {
        JsonElement truth = ReferenceSets.Answers("degenerate_truth");
        foreach (JsonProperty answer in truth.EnumerateObject())
        {
            string[] key = answer.Name.Split(':');
            Moments moments = SampleMoments.Of(ReferenceSets.Scenarios(key[0]));
            Frontier frontier = CriticalLine.Trace(
                moments, Bounds.LongOnly(moments.Count, double.Parse(key[1], System.Globalization.CultureInfo.InvariantCulture))).Solved();

            double expected = answer.Value.GetProperty("min_sd").GetDouble();
            Assert.InRange(Math.Abs(frontier.MinRisk.Risk - expected), 0, Math.Max(1e-9 * expected, expected == 0 ? 1e-9 : 0));
            if (answer.Value.TryGetProperty("max_sharpe", out JsonElement ratio))
                Relative(ratio.GetDouble(), frontier.MaxRatio!.Ratio);
            else
                Assert.Null(frontier.MaxRatio);
        }
    }

    [Fact]
    public void Equal_means_up_to_rounding_give_one_portfolio()
    {
        Moments moments = SampleMoments.Of(ReferenceSets.Scenarios("real_eqmean"));

        Assert.Single(CriticalLine.Trace(moments, Bounds.LongOnly(moments.Count)).Solved().Corners);
    }

    [Fact]
    public void Exact_copies_in_the_data_share_equally()
    {
        Moments moments = SampleMoments.Of(ReferenceSets.Scenarios("real_dupbest"));
        Frontier frontier = CriticalLine.Trace(moments, Bounds.LongOnly(moments.Count)).Solved();

        Assert.All(frontier.Corners, corner => Assert.Equal(corner.Weights[3], corner.Weights[^1]));
        Assert.Equal(0.5, frontier.MaxReturn.Weights[3], 1e-12);
    }

    private static void Is(JsonElement expected, CornerPortfolio actual)
    {
        Relative(expected.GetProperty("sd").GetDouble(), actual.Risk);
        Relative(expected.GetProperty("ret").GetDouble(), actual.Return);
        double[] weights = expected.Numbers("w");
        for (int i = 0; i < weights.Length; i++)
            Assert.Equal(weights[i], actual.Weights[i], 1e-7);
    }

    /// <summary>The frontier at a return; at either end the reference may differ in the last digit.</summary>
    private static CornerPortfolio At(Frontier frontier, double target) =>
        frontier.AtReturn(target) ?? (target <= frontier.MaxReturn.Return * (1 + 1e-12) ? frontier.MaxReturn : throw new InvalidOperationException("Above the frontier."));

    private static void Relative(double expected, double actual) => Assert.InRange(Math.Abs(actual - expected), 0, 1e-9 * Math.Abs(expected));
}

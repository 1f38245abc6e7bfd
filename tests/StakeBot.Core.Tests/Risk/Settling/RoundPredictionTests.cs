using StakeBot.Core.Risk.Settling;
using StakeBot.Core.Tournaments;

namespace StakeBot.Core.Tests.Risk.Settling;

public sealed class RoundPredictionTests
{
    private static readonly DayKernel Kernel = new(20, 0, 0);

    [Fact]
    public void One_known_neighbour_predicts_by_its_share_of_common_days()
    {
        // Fifteen of twenty days in common: weight 0.75, variance that remains 1 − 0.75² = 0.4375.
        RoundPrediction prediction = RoundPrediction.Of(Kernel, [Whole(6)], [Whole(1)]);
        Assert.Equal(0.75 * 0.04, Assert.Single(prediction.Predict([0.04])), 12);
        Assert.Equal(0.25, prediction.OfMean[0], 12);
        Assert.Equal(0.4375, prediction.Root[0][0] * prediction.Root[0][0], 12);
    }

    [Fact]
    public void A_round_after_half_of_its_days_keeps_what_it_has_and_half_of_its_variance()
    {
        RoundPrediction prediction = RoundPrediction.Of(Kernel, [Whole(1)], [new RoundPart(new RoundNumber(1), 10)]);
        Assert.Equal(0.03, Assert.Single(prediction.Predict([0.03])), 12);
        Assert.Equal(0.5, prediction.Root[0][0] * prediction.Root[0][0], 12);
        Assert.Equal(0.5, prediction.OfMean[0], 12);
    }

    [Fact]
    public void What_is_known_has_no_error()
    {
        RoundPrediction prediction = RoundPrediction.Of(Kernel, [Whole(1), Whole(2)], [Whole(1)]);
        Assert.True(prediction.IsKnown(0));
        Assert.False(prediction.IsKnown(1));
        Assert.Equal(0.05, prediction.Predict([0.05])[0], 9);
        Assert.Equal(0, prediction.OfMean[0], 9);
    }

    [Fact]
    public void Without_knowledge_the_mean_is_all_there_is()
    {
        RoundPrediction prediction = RoundPrediction.Of(Kernel, [Whole(1), Whole(11)], []);
        Assert.Equal([0, 0], prediction.Predict([]));
        Assert.Equal([1, 1], prediction.OfMean);
        double common = prediction.Root[0][0] * prediction.Root[1][0];
        Assert.Equal(0.5, common, 12);
        Assert.Equal(1, prediction.Root[1][0] * prediction.Root[1][0] + prediction.Root[1][1] * prediction.Root[1][1], 12);
    }

    [Fact]
    public void More_days_leave_less_uncertain()
    {
        double before = double.PositiveInfinity;
        for (int days = 1; days <= 20; days++)
        {
            double remaining = RoundPrediction.Of(Kernel, [Whole(1)], [new RoundPart(new RoundNumber(1), days)]).Root[0][0];
            Assert.True(remaining < before);
            before = remaining;
        }
        Assert.Equal(0, before);
    }

    private static RoundPart Whole(int round) => new(new RoundNumber(round), 20);
}

using StakeBot.Core.Risk;

namespace StakeBot.Core.Tests.Risk;

public sealed class DrawdownTests
{
    [Fact]
    public void Peak_trough_and_recovery_by_hand()
    {
        // 1.1, 0.99, 0.891, 1.0692, 1.1228: the worst is 0.891 below 1.1.
        Drawdown drawdown = Drawdown.Of([0.1, -0.1, -0.1, 0.2, 0.05]);

        Assert.Equal((0, 2, 4), (drawdown.Peak, drawdown.Trough, drawdown.Recovery));
        Assert.Equal(0.19, drawdown.Worst, 1e-12);
        Assert.Equal(0, drawdown.Now);
        Assert.Equal([0, -0.1, -0.19, -0.028, 0], drawdown.UnderWater.Select(depth => Math.Round(depth, 12)));
    }

    [Fact]
    public void What_never_fell_has_no_peak()
    {
        Drawdown drawdown = Drawdown.Of([0.1, 0, 0.2]);
        Assert.Equal((-1, -1, null, 0, 0), (drawdown.Peak, drawdown.Trough, drawdown.Recovery, drawdown.Worst, drawdown.Now));
    }

    [Fact]
    public void What_fell_at_once_fell_from_the_start()
    {
        Drawdown drawdown = Drawdown.Of([-0.2, 0.1]);
        Assert.Equal((-1, 0, null), (drawdown.Peak, drawdown.Trough, drawdown.Recovery));
        Assert.Equal(0.2, drawdown.Worst, 1e-12);
        Assert.Equal(0.12, drawdown.Now, 1e-12);
    }

    [Fact]
    public void The_first_of_two_equal_falls_is_told()
    {
        Drawdown drawdown = Drawdown.Of([-0.5, 1, -0.5]);
        Assert.Equal((-1, 0, 1), (drawdown.Peak, drawdown.Trough, drawdown.Recovery));
        Assert.Equal(0.5, drawdown.Now);
    }

    [Fact]
    public void A_loss_of_everything_never_recovers()
    {
        Drawdown drawdown = Drawdown.Of([0.5, -1, 3]);
        Assert.Equal((0, 1, null, 1), (drawdown.Peak, drawdown.Trough, drawdown.Recovery, drawdown.Worst));
    }

    [Fact]
    public void Nothing_happened_and_no_number()
    {
        Assert.Equal(0, Drawdown.Of([]).Worst);
        Assert.Throws<ArgumentException>(() => Drawdown.Of([0.1, double.NaN, -0.9]));
    }

    [Theory]
    [InlineData("egg_001", 0.8549)]
    [InlineData("melonada", 0.1036)]
    [InlineData("nb_feat_neutral", 3.8513)]
    [InlineData("integration_test", 1.5440)]
    [InlineData("v52_lgbm_cyrusd20", 1.7050)]
    [InlineData("bgda_60_auto", 0.6062)]
    public void The_deepest_fall_of_the_reference_sums_is_found_again(string model, double published)
    {
        ReturnMatrix returns = SharedScores.Priced(SharedScores.Plain).Returns;
        int column = returns.Models.ToList().FindIndex(known => known.Name == model);
        double[] sum = [.. returns.Column(column).Where(r => !double.IsNaN(r))];
        Assert.Equal(published, UncompoundedDrawdown.Max(sum), 0.00005);
    }
}

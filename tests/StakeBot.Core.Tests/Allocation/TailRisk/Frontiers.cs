using StakeBot.Core.Allocation;

namespace StakeBot.Core.Tests.Allocation.TailRisk;

/// <summary>Takes outcomes apart and checks what holds for every frontier.</summary>
internal static class Frontiers
{
    /// <summary>The frontier, after checks of its certificate and of its order.</summary>
    public static Frontier Solved(this FrontierOutcome outcome)
    {
        Frontier frontier = Assert.IsType<FrontierOutcome.Solved>(outcome).Frontier;
        Assert.InRange(frontier.Certificate.BudgetError, 0, 1e-12);
        Assert.Equal(0, frontier.Certificate.BoundViolation);
        Assert.InRange(frontier.Certificate.KktResidual, 0, Certificate.Tolerance);
        for (int i = 0; i < frontier.Corners.Length; i++)
        {
            CornerPortfolio corner = frontier.Corners[i];
            Assert.Equal(frontier.RiskOf(corner.Weights.AsSpan()), corner.Risk, 1e-12);
            Assert.True(i == 0 || corner.Return > frontier.Corners[i - 1].Return, "Corners ascend in return.");
            Assert.True(i == 0 || corner.Risk >= frontier.Corners[i - 1].Risk, "More return costs more risk.");
        }
        return frontier;
    }

    /// <summary>Asserts a portfolio: its return, its risk, its weights.</summary>
    public static void Is(this CornerPortfolio corner, double expected, double risk, params double[] weights)
    {
        Assert.Equal(expected, corner.Return, 1e-12);
        Assert.Equal(risk, corner.Risk, 1e-12);
        for (int i = 0; i < weights.Length; i++)
            Assert.Equal(weights[i], corner.Weights[i], 1e-12);
    }

    /// <summary>Asserts a risk to 1e-9 of itself, near zero to 1e-11.</summary>
    public static void RiskIs(double expected, double actual) =>
        Assert.InRange(Math.Abs(actual - expected), 0, Math.Max(1e-9 * Math.Abs(expected), 1e-11));
}

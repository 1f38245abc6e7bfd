using StakeBot.Core.Allocation;
using StakeBot.Core.Tests.Allocation.TailRisk;

namespace StakeBot.Core.Tests.Allocation.MeanVariance;

/// <summary>
/// Single figures of an independent implementation for generated returns, so that a machine without the reference data tests the engine too:
/// deviation and return of the least risk, the greatest ratio, a deviation half-way up, and the top end.
/// </summary>
public sealed class SyntheticFrontierTests
{
    [Theory]
    [InlineData(50, 1, 0.004406716710081337, 0.0014630541576052551, 0.6665492000842976, 0.005016736921031082, 0.0075799543931202125, 0.01973353945833522)]
    [InlineData(50, 0.05, 0.005524879258038216, 0.0021681717543664534, 0.6084723307697661, 0.0037926379334292516, 0.0065100502499165136, 0.010434515470894589)]
    [InlineData(200, 1, 0.003154324283144462, 0.0026046961229693067, 1.1823751142155339, 0.005436990115750409, 0.005126038757414106, 0.02006661522743935)]
    [InlineData(200, 0.02, 0.005063872997232226, 0.002182028113954406, 0.6296446756855798, 0.0033782782840558554, 0.005559452293864319, 0.008869721737830703)]
    [InlineData(500, 0.35, 0.0025129477578285514, 0.0024638508986993615, 1.3590880748580285, 0.005408931989695705, 0.0045406353013633305, 0.01330614056181205)]
    [InlineData(500, 0.02, 0.003743888464759997, 0.0023124414053113025, 0.8963745043406242, 0.0041092838740306925, 0.004589770864880725, 0.010543135044697772)]
    [InlineData(1000, 1, 0.0019572118386377087, 0.002429006797170919, 1.8484210511690462, 0.005294922652425288, 0.003005228961232028, 0.017062479552390767)]
    [InlineData(1000, 0.02, 0.002597326218757195, 0.002221981376011572, 1.1857372832754431, 0.003914739194280721, 0.003314581097394633, 0.00962132584992908)]
    public void The_figures_are_those_of_another_implementation(
        int models, double cap, double leastRisk, double itsReturn, double ratio, double target, double riskThere, double riskAtTop)
    {
        Frontier frontier = CriticalLine.Trace(SampleMoments.Of(ReferenceSets.Scenarios($"synth{models}")), Bounds.LongOnly(models, cap)).Solved();

        Relative(leastRisk, frontier.MinRisk.Risk);
        Relative(itsReturn, frontier.MinRisk.Return);
        Relative(ratio, frontier.MaxRatio!.Ratio);
        Relative(riskThere, frontier.AtReturn(target)!.Risk);
        Relative(riskAtTop, frontier.MaxReturn.Risk);
    }

    private static void Relative(double expected, double actual) => Assert.InRange(Math.Abs(actual - expected), 0, 1e-9 * expected);
}

using StakeBot.Core.Allocation;
using StakeBot.Testing;

namespace StakeBot.Benchmarks;

/// <summary>Scenarios for frontiers, out of the synthetic sets that everybody can make again.</summary>
internal static class MadeUpScenarios
{
    /// <summary>The first models of a set of <paramref name="of"/>, over all its rounds: twice as many.</summary>
    public static ScenarioSet FirstModels(int models, int of)
    {
        double[] all = SyntheticReturns.Generate(of);
        return new ScenarioSet(models, [.. Enumerable.Range(0, 2 * of).SelectMany(t => all.Skip(t * of).Take(models))]);
    }
}

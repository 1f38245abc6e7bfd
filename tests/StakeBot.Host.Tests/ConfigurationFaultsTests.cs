using Microsoft.Extensions.DependencyInjection;
using StakeBot.Adapters.Files;
using StakeBot.Testing;

namespace StakeBot.Host.Tests;

public sealed class ConfigurationFaultsTests
{
    [Fact]
    public void The_shipped_configuration_has_none()
    {
        using ServiceProvider services = new ServiceCollection().AddFiles().BuildServiceProvider();

        Assert.Empty(ConfigurationFaults.Of(services));
    }

    [Fact]
    public void Every_fault_of_the_policies_is_named_before_anything_starts()
    {
        string folder = ScratchFolder.New();
        File.WriteAllText(Path.Combine(folder, "ours.json"), """{ "name": "ours", "objective": "moon" }""");
        using ServiceProvider services = new ServiceCollection().AddSingleton(_ => PoliciesFolder.Load(folder)).BuildServiceProvider();

        IReadOnlyList<string> faults = ConfigurationFaults.Of(services);

        Assert.Contains(faults, fault => fault.StartsWith("ours.json, objective: \"moon\" is none of riskParity", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.StartsWith("ours.json, limits: it is missing.", StringComparison.Ordinal));
        Assert.StartsWith("The configuration is wrong:\n- ours.json, ", ConfigurationFaults.Describe(faults, "Nothing was started."), StringComparison.Ordinal);
    }
}

using System.Text.Json;
using StakeBot.Testing;

namespace StakeBot.Host.Tests.Verbs;

public sealed class FrontierVerbTests
{
    [Theory]
    [InlineData("1", 2.08692505312)]
    [InlineData("0.35", 2.08209567765)]
    public async Task The_real_set_of_22_models_has_its_known_frontier(string cap, double ratio)
    {
        string? returns = SharedData.Find("allocation", "real22.csv");
        Assert.SkipWhen(returns is null, SharedData.Missing);

        Stakebot.Ended ended = await Stakebot.RunAsync("frontier", "--returns", returns!, "--measure", "variance", "--cap", cap, "--json");

        Assert.Equal(0, ended.ExitCode);
        JsonElement answer = JsonDocument.Parse(ended.Output).RootElement;
        Assert.Equal("solved", answer.GetProperty("outcome").GetString());
        Assert.Equal(22, answer.GetProperty("models").GetArrayLength());
        Assert.Equal(1, answer.GetProperty("maxRatio").GetProperty("ratio").GetDouble() / ratio, 1e-9);
        Assert.All(["budgetError", "boundViolation", "kktResidual"], name => Assert.InRange(answer.GetProperty("certificate").GetProperty(name).GetDouble(), 0, 1e-10));
        if (cap == "1")
        {
            Assert.Equal(1, answer.GetProperty("minRisk").GetProperty("risk").GetDouble() / 0.0102374720173, 1e-9);
            Assert.Equal(1, answer.GetProperty("minRisk").GetProperty("return").GetDouble() / 0.0188275038903, 1e-9);
        }
    }

    [Theory]
    [InlineData("variance")]
    [InlineData("cvar")]
    [InlineData("cdar")]
    [InlineData("maxdrawdown")]
    public async Task Every_measure_is_solved_and_certified(string measure)
    {
        Stakebot.Ended ended = await Stakebot.RunAsync("frontier", "--returns", await Returns(), "--measure", measure, "--json");

        Assert.Equal(0, ended.ExitCode);
        JsonElement answer = JsonDocument.Parse(ended.Output).RootElement;
        Assert.Equal(measure, answer.GetProperty("measure").GetString());
        Assert.Equal(["S0", "S1", "S2"], answer.GetProperty("models").EnumerateArray().Select(model => model.GetString()!));
        Assert.InRange(answer.GetProperty("certificate").GetProperty("kktResidual").GetDouble(), 0, 1e-10);
        Assert.All(answer.GetProperty("corners").EnumerateArray(), corner =>
            Assert.Equal(1, corner.GetProperty("weights").EnumerateArray().Sum(weight => weight.GetDouble()), 9));
    }

    [Fact]
    public async Task A_cap_that_cannot_be_kept_is_named()
    {
        Stakebot.Ended ended = await Stakebot.RunAsync("frontier", "--returns", await Returns(), "--cap", "0.2", "--json");

        Assert.Equal(1, ended.ExitCode);
        JsonElement answer = JsonDocument.Parse(ended.Output).RootElement;
        Assert.Equal("infeasible", answer.GetProperty("outcome").GetString());
        Assert.Equal("cap", answer.GetProperty("constraint").GetString());
        Assert.Contains("0.333333", answer.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_are_printed_without_json()
    {
        Stakebot.Ended ended = await Stakebot.RunAsync("frontier", "--returns", await Returns());

        Assert.Equal(0, ended.ExitCode);
        Assert.Contains("Least risk", ended.Output, StringComparison.Ordinal);
        Assert.Contains("Best ratio", ended.Output, StringComparison.Ordinal);
    }

    private static async Task<string> Returns()
    {
        string file = Path.Combine(ScratchFolder.New(), "returns.csv");
        await File.WriteAllLinesAsync(
            file,
            Enumerable.Range(0, 60).Select(t => FormattableString.Invariant(
                $"{0.01 + 0.02 * Math.Sin(t):R},{0.012 + 0.03 * Math.Cos(1.7 * t):R},{0.008 + 0.015 * Math.Sin(0.3 * t):R}")),
            TestContext.Current.CancellationToken);
        return file;
    }
}

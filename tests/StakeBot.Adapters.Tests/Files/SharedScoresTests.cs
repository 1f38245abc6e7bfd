using StakeBot.Adapters.Files;
using StakeBot.Core.Risk;
using StakeBot.Core.Tournaments;
using StakeBot.Testing;

namespace StakeBot.Adapters.Tests.Files;

/// <summary>The public scores that lie beside the repository, against the figures of their own description.</summary>
public sealed class SharedScoresTests
{
    [Fact]
    public void The_public_scores_have_the_size_that_is_known()
    {
        ScoreFile file = ScoreFiles.Read([Scores()]).MustBeRead();

        ScorePanel panel = Assert.Single(file.Panels);
        Assert.Equal(Tournament.Classic, panel.Tournament);
        Assert.Equal((355, 843, 1197), (panel.Rounds.Count, panel.Rounds[0].Value, panel.Rounds[^1].Value));
        Assert.Equal(32, panel.Models.Count);
        Assert.Equal(9, panel.ProvisionalRounds);
        Assert.Equal([ScoreName.Corr20, ScoreName.Mmc20], panel.Names);
        Assert.Equal(8_639, Cells(panel).Count(cell => !double.IsNaN(panel[ScoreName.Corr20, cell.Round, cell.Model])));
        Assert.Equal(8_639, Cells(panel).Count(cell => !double.IsNaN(panel[ScoreName.Mmc20, cell.Round, cell.Model])));
        Assert.True(panel.IsResolved(345));
        Assert.False(panel.IsResolved(346));
    }

    [Fact]
    public void Every_models_figures_are_those_of_the_description()
    {
        ScorePanel panel = ScoreFiles.Read([Scores()]).MustBeRead().Panels[0];
        string[][] table = Table(SharedData.Find("README.md")!);

        Assert.Equal(32, table.Length);
        foreach (string[] row in table)
        {
            int model = panel.Models.Index().Single(pair => pair.Item.Name == row[0]).Index;
            double[] paid =
            [
                .. Enumerable.Range(0, panel.Rounds.Count).Where(panel.IsResolved)
                    .Select(round => 0.75 * panel[ScoreName.Corr20, round, model] + 2.25 * panel[ScoreName.Mmc20, round, model])
                    .Where(score => !double.IsNaN(score)),
            ];
            double mean = paid.Average();
            double deviation = Math.Sqrt(paid.Sum(score => (score - mean) * (score - mean)) / (paid.Length - 1));
            Assert.Equal(
                row[1..5],
                (string[])[Invariant($"{paid.Length}"), Invariant($"{mean:0.000000}"), Invariant($"{deviation:0.000000}"), Invariant($"{paid.Min():0.0000}")]);
        }
    }

    [Theory]
    [InlineData("real22.csv", 338, 22)]
    [InlineData("real23.csv", 233, 23)]
    [InlineData("real32.csv", 58, 32)]
    [InlineData("real_dupbest.csv", 338, 23)]
    [InlineData("real_T30.csv", 30, 50)]
    [InlineData("real_const.csv", 100, 51)]
    [InlineData("real_eqmean.csv", 100, 50)]
    [InlineData("real_neg.csv", 100, 50)]
    [InlineData("real_tie.csv", 100, 50)]
    [InlineData("synth50.csv", 100, 50)]
    public void The_returns_of_the_allocation_set_are_read_whole(string name, int rounds, int models)
    {
        string? path = SharedData.Find("allocation", name);
        Assert.SkipWhen(path is null, SharedData.Missing);

        ReturnsTable table = ReturnsFile.Read(path!).MustBeRead();

        Assert.Equal((rounds, models), (table.Scenarios.Count, table.Names.Count));
        Assert.Equal(name == "synth50.csv", table.Names[0] == "S0");
        Assert.Empty(table.Notes);
    }

    [Fact]
    public void The_synthetic_returns_are_exact_to_the_last_bit()
    {
        string? path = SharedData.Find("allocation", "synth50.csv");
        Assert.SkipWhen(path is null, SharedData.Missing);

        double[] values = ReturnsFile.Read(path!).MustBeRead().Scenarios.Values;

        byte[] bytes = new byte[values.Length * sizeof(double)];
        Buffer.BlockCopy(values, 0, bytes, 0, bytes.Length);
        Assert.Equal("41d5df91f5d525ccb18c303ef1c4a1efcf9ff64ca4b31e6b8927b7ae43c662b3", Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)));
    }

    private static string Scores()
    {
        string? path = SharedData.Find("scores.csv");
        Assert.SkipWhen(path is null, SharedData.Missing);
        return path!;
    }

    private static IEnumerable<(int Round, int Model)> Cells(ScorePanel panel) =>
        from round in Enumerable.Range(0, panel.Rounds.Count) from model in Enumerable.Range(0, panel.Models.Count) select (round, model);

    private static string[][] Table(string readme) =>
    [
        .. File.ReadLines(readme)
            .SkipWhile(line => !line.StartsWith("| model | n | mean | sd |", StringComparison.Ordinal)).Skip(2)
            .TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)),
    ];

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}

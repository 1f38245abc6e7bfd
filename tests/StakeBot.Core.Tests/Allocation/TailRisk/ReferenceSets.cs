using System.Globalization;
using System.Text.Json;
using StakeBot.Core.Allocation;
using StakeBot.Testing;

namespace StakeBot.Core.Tests.Allocation.TailRisk;

/// <summary>The inputs and exact answers of the reference data; a test that asks for one is skipped where they are not.</summary>
internal static class ReferenceSets
{
    /// <summary>The scenarios of a set: a generated one, or a csv file with a header row of names (synth50 has none).</summary>
    public static ScenarioSet Scenarios(string set)
    {
        if (set.StartsWith("synth", StringComparison.Ordinal))
        {
            int models = int.Parse(set["synth".Length..], CultureInfo.InvariantCulture);
            return new ScenarioSet(models, SyntheticReturns.Generate(models));
        }
        string[][] rows = [.. File.ReadLines(PathOf(set + ".csv")).Skip(1).Where(line => line.Length > 0).Select(line => line.Split(','))];
        return new ScenarioSet(rows[0].Length, [.. rows.SelectMany(row => row).Select(value => double.Parse(value, CultureInfo.InvariantCulture))]);
    }

    /// <summary>A file of answers.</summary>
    public static JsonElement Answers(string file)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(PathOf(file + ".json")));
        return document.RootElement.Clone();
    }

    /// <summary>A list of numbers below an element.</summary>
    public static double[] Numbers(this JsonElement element, string name) =>
        [.. element.GetProperty(name).EnumerateArray().Select(number => number.GetDouble())];

    private static string PathOf(string file)
    {
        string? path = SharedData.Find("allocation", file);
        if (path is null)
            Assert.Skip(SharedData.Missing);
        return path;
    }
}

using System.Text.Json;
using StakeBot.Core.Proposals;

namespace StakeBot.Adapters.Files;

/// <summary>The risk policies, <c>config/policies</c>: one in each json file, those that come with StakeBot and a fund's own alike.</summary>
public static class PoliciesFolder
{
    // The order in which people see them; a fund's own follow by name.
    private static readonly string[] Shipped = ["cautious", "balanced", "bold"];

    /// <summary>Reads every json file of a folder.</summary>
    /// <exception cref="PoliciesFolderException">One cannot be read, or something in it is wrong; every problem of every file is named.</exception>
    public static PolicyBook Load(string folder)
    {
        List<string> problems = [];
        List<(string File, AllocationPolicy Policy)> read = [];
        foreach (string path in Files(folder, problems))
        {
            string file = Path.GetFileName(path);
            if (Parse(path, file, problems) is { } json)
                read.Add((file, PolicyReading.Of(json, file, problems)));
        }
        problems.AddRange(read
            .Where(pair => pair.Policy.Name.Length > 0)
            .GroupBy(pair => pair.Policy.Name, pair => pair.File)
            .Where(same => same.Count() > 1)
            .Select(same => $"{string.Join(" and ", same)}, name: {same.Count()} policies are called {same.Key}. Give each its own name."));
        if (problems.Count == 0 && read.TrueForAll(pair => pair.Policy.Name != PolicyBook.DefaultName))
            problems.Add($"{folder}: there is no policy called {PolicyBook.DefaultName}, which is used where none is chosen. Put its file back.");
        if (problems.Count > 0)
            throw new PoliciesFolderException(problems);
        return new PolicyBook(read.Select(pair => pair.Policy).OrderBy(Place).ThenBy(policy => policy.Name, StringComparer.Ordinal));
    }

    private static int Place(AllocationPolicy policy) => Array.IndexOf(Shipped, policy.Name) is >= 0 and var place ? place : Shipped.Length;

    private static string[] Files(string folder, List<string> problems)
    {
        try
        {
            return [.. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal)];
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            problems.Add($"{folder} cannot be read: {refused.Message}");
            return [];
        }
    }

    private static PolicyJson? Parse(string path, string file, List<string> problems)
    {
        try
        {
            if (JsonSerializer.Deserialize(File.ReadAllText(path), PoliciesJson.Default.PolicyJson) is { } json)
                return json;
            problems.Add($"{file} holds null. It needs an object with a name, an objective and limits.");
        }
        catch (JsonException cause)
        {
            problems.Add(JsonComplaint.Of(file, cause));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            problems.Add($"{file} cannot be read: {refused.Message}");
        }
        return null;
    }
}

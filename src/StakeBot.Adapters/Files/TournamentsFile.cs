using System.Text.Json;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Files;

/// <summary>The known payout history, <c>config/tournaments.json</c>: a rule for each change of a tournament's payouts.</summary>
public static class TournamentsFile
{
    /// <summary>Reads the file.</summary>
    /// <exception cref="TournamentsFileException">It cannot be read, or something in it is wrong; every problem is named with its place.</exception>
    public static PayoutHistory Load(string path)
    {
        HistoryJson json = Parse(path);
        List<string> problems = [];
        List<PayoutRule> rules = [];
        for (int i = 0; i < json.Rules.Count; i++)
            rules.Add(RuleReading.Of(json.Rules[i], $"{path}, rule {i + 1} ({json.Rules[i].Name})", problems));
        if (rules.Count == 0)
            problems.Add($"{path}: there is no rule in it. Add at least one.");
        RuleReading.CheckTogether(path, rules, problems);
        return problems.Count == 0 ? new PayoutHistory(rules) : throw new TournamentsFileException(problems);
    }

    private static HistoryJson Parse(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(path), TournamentsJson.Default.HistoryJson)
                ?? throw new TournamentsFileException([$"{path} holds null. It needs an object with a list called rules."]);
        }
        catch (JsonException cause)
        {
            throw new TournamentsFileException(JsonComplaint.Of(path, cause), cause);
        }
        catch (IOException cause)
        {
            throw new TournamentsFileException($"{path} cannot be read: {cause.Message}", cause);
        }
        catch (UnauthorizedAccessException cause)
        {
            throw new TournamentsFileException($"{path} may not be read by this user. Change its permissions.", cause);
        }
    }
}

using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Files;

/// <summary>What columns of scores files are called.</summary>
internal static class ScoreColumns
{
    private static readonly Dictionary<string, ScoreName> Scores = new(StringComparer.Ordinal)
    {
        ["corr"] = ScoreName.Corr20,
        ["corr20"] = ScoreName.Corr20,
        ["v2corr20"] = ScoreName.Corr20,
        ["canoncorr"] = ScoreName.Corr20,
        ["mmc"] = ScoreName.Mmc20,
        ["mmc20"] = ScoreName.Mmc20,
        ["canonmmc"] = ScoreName.Mmc20,
        ["corr60"] = ScoreName.Corr60,
        ["canoncorr60"] = ScoreName.Corr60,
        ["mmc60"] = ScoreName.Mmc60,
        ["canonmmc60"] = ScoreName.Mmc60,
        ["alpha"] = ScoreName.Alpha,
        ["mpc"] = ScoreName.Mpc,
        ["fncv4"] = new ScoreName("fncv4"),
        ["tc"] = new ScoreName("tc"),
    };

    public static ScoreName? Score(string header) => Scores.TryGetValue(Plain(header), out ScoreName name) ? name : null;

    public static bool IsModel(string header) => Plain(header) is "model" or "modelname";

    public static bool IsTournament(string header) => Plain(header) is "tournament";

    public static bool IsRound(string header) => Plain(header) is "round" or "roundnumber";

    public static bool IsDate(string header) => Plain(header) is "date" or "day" or "opendate";

    public static bool IsResolved(string header) => Plain(header) is "resolved" or "roundresolved";

    /// <summary>Whether a column has a name that means nothing here.</summary>
    public static bool IsOther(string header) =>
        header.Length > 0 && Score(header) is null && !IsModel(header) && !IsTournament(header) && !IsRound(header) && !IsResolved(header);

    private static string Plain(string header) =>
        string.Concat(header.Where(c => c is not ('_' or '-' or ' '))).ToLowerInvariant();
}

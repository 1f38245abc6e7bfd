using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Numerai.Reading;

/// <summary>Numerai's labels of scores, and the names that they have here.</summary>
internal static class ScoreLabels
{
    private static readonly Dictionary<string, ScoreName> Renamed = new(StringComparer.Ordinal)
    {
        ["v2_corr20"] = ScoreName.Corr20,
        ["mmc"] = ScoreName.Mmc20,
        ["fnc_v4"] = new ScoreName("fncv4"),
    };

    /// <summary>Labels that history is kept of whatever today's rule pays: rules have changed before.</summary>
    public static IReadOnlyList<string> Kept { get; } = ["v2_corr20", "mmc", "corr60", "mmc60", "alpha", "mpc", "fnc_v4"];

    /// <summary>The name of a label. Alpha is not CORR and mpc is not MMC: a label that is not renamed stays what it is.</summary>
    public static ScoreName NameOf(string label) => Renamed.TryGetValue(label, out ScoreName name) ? name : new ScoreName(label.ToLowerInvariant());
}

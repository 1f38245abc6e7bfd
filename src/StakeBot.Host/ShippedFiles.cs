namespace StakeBot.Host;

/// <summary>The files that lie beside the program.</summary>
internal static class ShippedFiles
{
    /// <summary>The known payout history.</summary>
    public static string Tournaments => Path.Combine(AppContext.BaseDirectory, "config", "tournaments.json");
}

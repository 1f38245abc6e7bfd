namespace StakeBot.Adapters.Ecb;

/// <summary>Where the European Central Bank's daily reference rates are. They need no key.</summary>
public sealed class EcbOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Ecb";

    /// <summary>The file of the newest day. Plain http is taken on this machine only.</summary>
    public Uri Address { get; set; } = new("https://www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml");
}

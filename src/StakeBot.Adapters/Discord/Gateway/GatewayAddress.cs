namespace StakeBot.Adapters.Discord;

/// <summary>Where a token may be sent to.</summary>
internal static class Addresses
{
    /// <summary>Whether it is encrypted, or does not leave this machine.</summary>
    public static bool IsSafe(Uri address, string encrypted, string plain) =>
        address is { IsAbsoluteUri: true, UserInfo: "", Query: "", Fragment: "" }
        && (address.Scheme == encrypted || (address.Scheme == plain && address.IsLoopback));

    /// <summary>An address of Discord's gateway, if it is one that a token may be sent to.</summary>
    public static Uri? Gateway(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out Uri? gateway) && IsSafe(gateway, Uri.UriSchemeWss, Uri.UriSchemeWs) ? gateway : null;
}

namespace StakeBot.Adapters;

/// <summary>Where keys and tokens may be sent to, and where figures may come from.</summary>
internal static class SafeAddress
{
    /// <summary>Whether it is a web address that is encrypted, or does not leave this machine.</summary>
    public static bool IsWeb(Uri? address) => Is(address, Uri.UriSchemeHttps, Uri.UriSchemeHttp);

    /// <summary>Whether it is the address of a socket that is encrypted, or does not leave this machine.</summary>
    public static bool IsSocket(Uri? address) => Is(address, Uri.UriSchemeWss, Uri.UriSchemeWs);

    private static bool Is(Uri? address, string encrypted, string plain) =>
        address is { IsAbsoluteUri: true, UserInfo: "", Query: "", Fragment: "" }
        && (address.Scheme == encrypted || (address.Scheme == plain && address.IsLoopback));
}

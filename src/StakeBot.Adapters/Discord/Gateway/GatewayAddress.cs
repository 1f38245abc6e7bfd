namespace StakeBot.Adapters.Discord.Gateway;

/// <summary>Discord says where its gateway is; the token goes there only if the line is safe.</summary>
internal static class GatewayAddress
{
    /// <summary>The address; null when it is none to which a token may be sent.</summary>
    public static Uri? Of(string? text) => Uri.TryCreate(text, UriKind.Absolute, out Uri? gateway) && SafeAddress.IsSocket(gateway) ? gateway : null;
}

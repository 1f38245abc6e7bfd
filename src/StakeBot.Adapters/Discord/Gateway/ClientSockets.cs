using System.Net.WebSockets;
using StakeBot.Adapters.Discord.Rest;

namespace StakeBot.Adapters.Discord.Gateway;

/// <summary>Opens connections over the network.</summary>
internal static class ClientSockets
{
    public static async Task<WebSocket> DialAsync(Uri address, CancellationToken ct)
    {
        ClientWebSocket socket = new();
        try
        {
            // Discord's own heartbeats tell whether the connection lives.
            socket.Options.KeepAliveInterval = Timeout.InfiniteTimeSpan;
            socket.Options.SetRequestHeader("User-Agent", DiscordHttp.UserAgent);
            await socket.ConnectAsync(address, ct);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

using System.Net.WebSockets;

namespace StakeBot.Adapters.Discord.Gateway;

/// <summary>Opens a connection to the gateway.</summary>
/// <exception cref="WebSocketException">It cannot be opened.</exception>
internal delegate Task<WebSocket> GatewayDial(Uri address, CancellationToken ct);

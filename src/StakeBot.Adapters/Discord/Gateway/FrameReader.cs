using System.Buffers;
using System.Net.WebSockets;

namespace StakeBot.Adapters.Discord.Gateway;

/// <summary>Puts the parts of a message together.</summary>
internal sealed class FrameReader(WebSocket socket) : IDisposable
{
    /// <summary>No message of Discord's is nearly as large.</summary>
    public const int MostBytes = 8 << 20;

    private const int FirstBytes = 16 << 10;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstBytes);

    /// <summary>The next message, valid until the one after; null when the other side has closed.</summary>
    /// <exception cref="InvalidDataException">It is too large.</exception>
    /// <exception cref="WebSocketException">The connection broke.</exception>
    public async Task<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken ct)
    {
        int length = 0;
        while (true)
        {
            if (length == _buffer.Length)
                Grow();
            ValueWebSocketReceiveResult part = await socket.ReceiveAsync(_buffer.AsMemory(length), ct);
            if (part.MessageType == WebSocketMessageType.Close)
                return null;
            length += part.Count;
            if (length > MostBytes)
                throw new InvalidDataException("A message of the gateway is too large.");
            if (part.EndOfMessage)
                return _buffer.AsMemory(0, length);
        }
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_buffer);

    private void Grow()
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        _buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}

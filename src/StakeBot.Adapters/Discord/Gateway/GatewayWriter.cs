using System.Net.WebSockets;
using System.Threading.Channels;

namespace StakeBot.Adapters.Discord.Gateway;

/// <summary>The one that writes to a socket. Heartbeats go first, and have room when everything else has to wait.</summary>
internal sealed class GatewayWriter(WebSocket socket, Monotonic clock)
{
    /// <summary>Discord ends a connection that is sent more at once.</summary>
    public const int MostBytes = 4096;

    private readonly Channel<byte[]> _heartbeats = Channel.CreateBounded<byte[]>(4);
    private readonly Channel<byte[]> _others = Channel.CreateBounded<byte[]>(16);
    private readonly Channel<bool> _woken = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly SendGate _gate = new(clock);
    private int _closeWith;

    /// <summary>Sends a heartbeat that is due.</summary>
    public bool TryBeat(byte[] frame) => TryPut(_heartbeats, frame);

    /// <summary>Sends anything else, as soon as that is allowed.</summary>
    /// <returns>False when too much is waiting.</returns>
    public bool TrySend(byte[] frame) => TryPut(_others, frame);

    /// <summary>Says goodbye instead of what is still waiting; <see cref="RunAsync"/> ends with it.</summary>
    public void Close(int code)
    {
        Volatile.Write(ref _closeWith, code);
        _woken.Writer.TryWrite(true);
    }

    /// <summary>Writes until the connection is closed or breaks.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        while (true)
        {
            if (Volatile.Read(ref _closeWith) is var code and not 0)
            {
                await socket.CloseOutputAsync((WebSocketCloseStatus)code, null, ct);
                return;
            }
            if (_heartbeats.Reader.TryRead(out byte[]? frame) || (_gate.Wait <= TimeSpan.Zero && _others.Reader.TryRead(out frame)))
            {
                _gate.Count();
                await socket.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, ct);
            }
            else
            {
                await WaitAsync(ct);
            }
        }
    }

    private async Task WaitAsync(CancellationToken ct)
    {
        TimeSpan most = _others.Reader.Count == 0 ? Timeout.InfiniteTimeSpan : _gate.Wait;
        Task<bool> woken = _woken.Reader.WaitToReadAsync(ct).AsTask();
        await clock.WaitAsync(woken, most, ct);
        _woken.Reader.TryRead(out _);
    }

    private bool TryPut(Channel<byte[]> lane, byte[] frame)
    {
        if (frame.Length > MostBytes)
            throw new ArgumentException($"A frame of {frame.Length} bytes; Discord takes {MostBytes}. Nothing was sent.", nameof(frame));
        bool taken = lane.Writer.TryWrite(frame);
        _woken.Writer.TryWrite(true);
        return taken;
    }
}

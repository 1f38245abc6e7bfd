using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace StakeBot.Testing.Discord;

/// <summary>Discord's side of one connection. What the bot sends is read at once, so that a test can look at it when it likes.</summary>
public sealed class FakeGatewayConnection
{
    private const int MostBytes = 4096;

    private readonly WebSocket _socket;
    private readonly (DuplexStream Bot, DuplexStream Discord)? _wire;
    private readonly Action<string> _violate;
    private readonly Channel<JsonNode> _frames = Channel.CreateUnbounded<JsonNode>();
    private readonly TaskCompletionSource<int?> _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _hasGreeted;
    private int _sequence;

    internal FakeGatewayConnection(WebSocket socket, Uri address, (DuplexStream Bot, DuplexStream Discord)? wire, Action<string> violate)
    {
        _socket = socket;
        _wire = wire;
        _violate = violate;
        Address = address;
        Reading = ReadAsync();
    }

    /// <summary>Where the bot connected to.</summary>
    public Uri Address { get; }

    /// <summary>Ends when the bot's side has.</summary>
    public Task Reading { get; }

    /// <summary>The sequence number of the last event.</summary>
    public int Sequence
    {
        get => _sequence;
        set => _sequence = value;
    }

    /// <summary>What was sent and not yet looked at.</summary>
    public int Unread => _frames.Reader.Count;

    public Task HelloAsync(int milliseconds = 41_250)
    {
        _hasGreeted = true;
        return SendAsync(10, new JsonObject { ["heartbeat_interval"] = milliseconds });
    }

    /// <summary>The answer to an identify.</summary>
    public Task ReadyAsync(string session = "session-1", string resumeUrl = "wss://resume.discord.test") => DispatchAsync("READY", new JsonObject
    {
        ["v"] = 10,
        ["session_id"] = session,
        ["resume_gateway_url"] = resumeUrl,
        ["user"] = new JsonObject { ["id"] = "901", ["username"] = "stakebot", ["bot"] = true },
        ["application"] = new JsonObject { ["id"] = FakeRest.Application, ["flags"] = 0 },
        ["guilds"] = new JsonArray(),
    });

    /// <summary>From the connection to its being ready: hello, identify, READY.</summary>
    public async Task BeginAsync(int milliseconds = 41_250, string session = "session-1")
    {
        await HelloAsync(milliseconds);
        await ExpectAsync(2);
        await ReadyAsync(session);
    }

    /// <summary>An event, with the next sequence number.</summary>
    public Task DispatchAsync(string name, JsonNode data) => SendTextAsync(
        new JsonObject { ["op"] = 0, ["t"] = name, ["s"] = ++_sequence, ["d"] = data }.ToJsonString());

    public Task AcknowledgeAsync() => SendAsync(11, null);

    public Task SendAsync(int op, JsonNode? data) => SendTextAsync(new JsonObject { ["op"] = op, ["d"] = data, ["s"] = null, ["t"] = null }.ToJsonString());

    /// <summary>Any text, in as many frames as are asked for, cut wherever the bytes are.</summary>
    public async Task SendTextAsync(string text, int frames = 1)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        int size = Math.Max(1, bytes.Length / frames);
        for (int sent = 0; sent < bytes.Length; sent += size)
        {
            int count = Math.Min(size, bytes.Length - sent);
            await _socket.SendAsync(bytes.AsMemory(sent, count), WebSocketMessageType.Text, sent + count == bytes.Length, CancellationToken.None);
        }
        await SettledAsync();
    }

    /// <summary>The next thing that the bot sends.</summary>
    public Task<JsonNode> AnyAsync() => Guard.Soon(_frames.Reader.ReadAsync().AsTask(), () => "The bot sent nothing.");

    /// <summary>The next thing that the bot sends, which must be of this kind.</summary>
    public async Task<JsonNode> ExpectAsync(int op)
    {
        JsonNode frame = await Guard.Soon(_frames.Reader.ReadAsync().AsTask(), () => $"The bot did not send op {op}.");
        int sent = (int)frame["op"]!;
        return sent == op ? frame : throw new InvalidOperationException($"The bot sent op {sent} where op {op} was expected.");
    }

    /// <summary>A heartbeat, which is acknowledged.</summary>
    public async Task<JsonNode> BeatAsync()
    {
        JsonNode beat = await ExpectAsync(1);
        await AcknowledgeAsync();
        return beat;
    }

    /// <summary>Closes it.</summary>
    public Task CloseAsync(int code) => _socket.CloseOutputAsync((WebSocketCloseStatus)code, null, CancellationToken.None);

    /// <summary>Cuts the network.</summary>
    public void Drop()
    {
        _wire?.Discord.Dispose();
        _socket.Abort();
    }

    /// <summary>The code with which the bot closed; null when it only went away.</summary>
    public Task<int?> ClosedAsync() => Guard.Soon(_closed.Task, () => "The bot did not close the connection.");

    // In memory, whoever sends waits until the bot has dealt with it: only then the clock may be moved.
    private async Task SettledAsync()
    {
        for (long tries = 0; _wire is { } wire && !wire.Bot.IsSettled; tries++)
        {
            if (tries == 10_000_000)
                throw new TimeoutException("The bot does not read.");
            await Task.Yield();
        }
    }

    private async Task ReadAsync()
    {
        byte[] buffer = new byte[2 * MostBytes];
        try
        {
            while (true)
            {
                int length = 0;
                ValueWebSocketReceiveResult part;
                do
                {
                    part = await _socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
                    length += part.Count;
                }
                while (!part.EndOfMessage);
                if (part.MessageType == WebSocketMessageType.Close)
                    break;
                Take(buffer.AsSpan(0, length));
            }
            _closed.TrySetResult((int?)_socket.CloseStatus);
        }
        catch (Exception gone) when (gone is WebSocketException or IOException or InvalidOperationException or OperationCanceledException)
        {
            _closed.TrySetResult(null);
        }
    }

    private void Take(ReadOnlySpan<byte> frame)
    {
        if (!_hasGreeted)
            _violate("The bot spoke before the hello.");
        if (frame.Length > MostBytes)
            _violate($"A frame of {frame.Length} bytes.");
        _frames.Writer.TryWrite(JsonNode.Parse(frame)!);
    }
}

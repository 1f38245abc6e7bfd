using System.Net.WebSockets;
using System.Threading.Channels;

namespace StakeBot.Testing.Discord;

/// <summary>Discord's gateway, played by a test line by line. Everything in which a bot departs from the protocol is kept in <see cref="Violations"/>.</summary>
public sealed class FakeGateway
{
    private readonly Channel<FakeGatewayConnection> _connections = Channel.CreateUnbounded<FakeGatewayConnection>();
    private readonly List<Uri> _dialled = [];
    private readonly List<string> _violations = [];

    /// <summary>Whether an address answers; by default all do.</summary>
    public Func<Uri, bool> IsUp { get; set; } = _ => true;

    /// <summary>The addresses that were tried, in order.</summary>
    public IReadOnlyList<Uri> Dialled
    {
        get
        {
            lock (_dialled)
                return [.. _dialled];
        }
    }

    /// <summary>What was wrong.</summary>
    public IReadOnlyList<string> Violations
    {
        get
        {
            lock (_violations)
                return [.. _violations];
        }
    }

    /// <summary>The bot's side of a new connection, without a network.</summary>
    public Task<WebSocket> DialAsync(Uri address, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        lock (_dialled)
            _dialled.Add(address);
        if (!IsUp(address))
            throw new WebSocketException(WebSocketError.Faulted, "This address does not answer.");
        (DuplexStream bot, DuplexStream discord) = DuplexStream.Pair();
        Accept(WebSocket.CreateFromStream(discord, new WebSocketCreationOptions { IsServer = true, KeepAliveInterval = Timeout.InfiniteTimeSpan }), address, (bot, discord));
        return Task.FromResult(WebSocket.CreateFromStream(bot, new WebSocketCreationOptions { KeepAliveInterval = Timeout.InfiniteTimeSpan }));
    }

    /// <summary>Takes a connection that came over a network.</summary>
    public FakeGatewayConnection Accept(WebSocket socket, Uri address) => Accept(socket, address, null);

    /// <summary>The next connection that the bot makes.</summary>
    public Task<FakeGatewayConnection> NextAsync(CancellationToken ct) =>
        Guard.Soon(_connections.Reader.ReadAsync(ct).AsTask(), () => $"The bot made no connection. Before: {string.Join(", ", Dialled)}");

    /// <summary>Whether the bot has made another connection.</summary>
    public bool HasNext => _connections.Reader.Count > 0;

    private FakeGatewayConnection Accept(WebSocket socket, Uri address, (DuplexStream Bot, DuplexStream Discord)? wire)
    {
        if (address.Query != "?v=10&encoding=json")
            Violate($"The query is {address.Query}.");
        FakeGatewayConnection connection = new(socket, address, wire, Violate);
        _connections.Writer.TryWrite(connection);
        return connection;
    }

    internal void Violate(string what)
    {
        lock (_violations)
            _violations.Add(what);
    }
}

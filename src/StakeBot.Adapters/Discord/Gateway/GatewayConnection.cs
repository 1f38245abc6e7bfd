using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace StakeBot.Adapters.Discord.Gateway;

/// <summary>
/// One connection to the gateway, from its opening to its end. Nothing of it is used again but the session. One task reads and never waits for anybody,
/// one writes, one beats; whichever ends it first says why.
/// </summary>
internal sealed class GatewayConnection(
    GatewayIdentity identity, GatewaySession? resumes, IdentifyTurn? turn, GatewayParts parts, ILogger logger)
{
    private static readonly TimeSpan ToConnect = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ToSayHello = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan ToBeReady = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ToClose = TimeSpan.FromSeconds(2);

    private readonly TaskCompletionSource<GatewayEnd> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<Task> _tasks = [];
    private readonly Monotonic _clock = parts.Clock;
    private GatewayWriter _writer = null!;
    private Heartbeat? _heartbeat;
    private ITimer? _limit;
    private string _shownPresence = resumes?.Presence ?? "";
    private long _sequence = -1;

    /// <summary>The session that the next connection can resume; null when there is none.</summary>
    public GatewaySession? Session { get; private set; } = resumes;

    /// <summary>Since when whatever people do has arrived; null when it never did.</summary>
    public TimeSpan? ReadySince { get; private set; }

    private long? Sequence => Interlocked.Read(ref _sequence) is var last and >= 0 ? last : Session?.Sequence;

    /// <summary>Connects and stays until something ends it.</summary>
    public async Task<GatewayEnd> RunAsync(Uri gateway, CancellationToken stopping)
    {
        Enter(GatewayPhase.Connecting);
        if (await DialAsync(gateway, stopping) is not { } socket)
        {
            return stopping.IsCancellationRequested
                ? new GatewayEnd(Next.Stop, "the process ends")
                : new GatewayEnd(Next.Resume, "Discord's gateway cannot be reached") { IsUnreached = true };
        }
        using (socket)
        {
            _writer = new GatewayWriter(socket, _clock);
            using CancellationTokenSource over = new();
            Limit(ToSayHello, new GatewayEnd(Next.Resume, "Discord did not begin to speak") { CloseWith = CloseCodes.Reconnecting, IsUnreached = true });
            Enter(GatewayPhase.AwaitingHello);
            using CancellationTokenRegistration ending =
                stopping.Register(() => End(new GatewayEnd(Next.Stop, "the process ends") { CloseWith = CloseCodes.GoingAway }));
            Task writing = _writer.RunAsync(over.Token);
            Watch(writing);
            Watch(ReadAsync(socket, over.Token));
            GatewayEnd end = await _ended.Task;
            if (_limit is not null)
                await _limit.DisposeAsync();
            if (end.CloseWith is { } code)
                await CloseAsync(code, writing);
            await over.CancelAsync();
            socket.Abort();
            Task[] tasks;
            lock (_tasks)
                tasks = [.. _tasks];
            await Task.WhenAll(tasks);
            parts.Metrics.Closed(end.Code);
            return end;
        }
    }

    private async Task<WebSocket?> DialAsync(Uri gateway, CancellationToken stopping)
    {
        using CancellationTokenSource late = _clock.Limit(ToConnect);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, stopping);
        try
        {
            return await parts.Dial(new UriBuilder(gateway) { Query = "v=10&encoding=json" }.Uri, either.Token);
        }
        catch (Exception fault) when (fault is WebSocketException or HttpRequestException or IOException or OperationCanceledException)
        {
            return null;
        }
    }

    private async Task ReadAsync(WebSocket socket, CancellationToken ct)
    {
        using FrameReader frames = new(socket);
        while (await frames.ReadAsync(ct) is { } frame)
        {
            try
            {
                Take(GatewayPayload.Read(frame), ct);
            }
            catch (JsonException)
            {
                GatewayLog.NotUnderstood(logger);
            }
        }
        End(CloseCodes.After((int?)socket.CloseStatus is var code and not 1005 ? code : null));
    }

    private void Take(GatewayPayload payload, CancellationToken ct)
    {
        switch (payload.Op)
        {
            case 0:
                TakeEvent(payload);
                break;
            case 1:
                _heartbeat?.BeatNow();
                break;
            case 7:
                End(new GatewayEnd(Next.Resume, "Discord asked for another connection") { CloseWith = CloseCodes.Reconnecting, IsAskedFor = true });
                break;
            case 9:
                TakeInvalidSession(payload.ReadData().ValueKind == JsonValueKind.True);
                break;
            case 10 when _heartbeat is null:
                TakeHello(payload.ReadData(), ct);
                break;
            case 11:
                _heartbeat?.Acknowledge();
                break;
        }
    }

    private void TakeHello(JsonElement hello, CancellationToken ct)
    {
        if (!hello.TryGetProperty("heartbeat_interval", out JsonElement interval) || !interval.TryGetInt32(out int milliseconds) || milliseconds <= 0)
        {
            GatewayLog.NotUnderstood(logger);
            return;
        }
        _heartbeat = new Heartbeat(_writer, () => Sequence, _clock, parts.Metrics);
        Watch(BeatAsync(_heartbeat, TimeSpan.FromMilliseconds(milliseconds), ct));
        if (Session is { } session)
        {
            Limit(ToBeReady, new GatewayEnd(Next.NewSession, "the session could not be resumed in time") { CloseWith = CloseCodes.Reconnecting });
            Enter(GatewayPhase.Resuming);
            _writer.TrySend(GatewayFrames.Resume(identity, session));
            return;
        }
        Limit(ToBeReady, new GatewayEnd(Next.NewSession, "no session was begun in time") { CloseWith = CloseCodes.Reconnecting });
        Enter(GatewayPhase.Identifying);
        (turn ?? throw new InvalidOperationException("A new session needs its turn.")).Use();
        parts.Metrics.Identified();
        _shownPresence = identity.Presence();
        _writer.TrySend(GatewayFrames.Identify(identity));
    }

    private async Task BeatAsync(Heartbeat heartbeat, TimeSpan interval, CancellationToken ct)
    {
        await heartbeat.RunAsync(interval, parts.Random(), ShowPresence, ct);
        End(new GatewayEnd(Next.Resume, "Discord did not acknowledge a heartbeat") { CloseWith = CloseCodes.Reconnecting });
    }

    private void TakeEvent(GatewayPayload payload)
    {
        switch (payload.Event)
        {
            case "READY":
                TakeReady(payload.ReadData(), payload.Sequence ?? 0);
                break;
            case "RESUMED":
                parts.Metrics.Resumed();
                BeReady();
                GatewayLog.Resumed(logger, identity);
                break;
            case "INTERACTION_CREATE":
                if (!parts.Interactions.TryPost(payload.ReadData()))
                    GatewayLog.Dropped(logger, parts.Interactions.Dropped);
                break;
        }
        if (payload.Sequence is { } sequence && sequence > (Sequence ?? -1))
        {
            Interlocked.Exchange(ref _sequence, sequence);
            if (Session is { } session)
                session.Sequence = sequence;
        }
    }

    private void TakeReady(JsonElement ready, long sequence)
    {
        Uri? resume = ready.TryGetProperty("resume_gateway_url", out JsonElement url) ? GatewayAddress.Of(url.GetString()) : null;
        if (resume is not null && ready.TryGetProperty("session_id", out JsonElement id) && id.GetString() is { } session)
            Session = new GatewaySession(session, resume, sequence) { Presence = _shownPresence };
        if (ready.TryGetProperty("user", out JsonElement user) && user.TryGetProperty("id", out JsonElement bot))
            parts.State.BotUser = bot.GetString();
        BeReady();
        GatewayLog.Ready(logger, identity);
    }

    private void TakeInvalidSession(bool canBeResumed)
    {
        TimeSpan courtesy = TimeSpan.FromSeconds(1 + (4 * parts.Random()));
        End(canBeResumed
            ? new GatewayEnd(Next.Resume, "the session was refused for now") { CloseWith = CloseCodes.Reconnecting, Wait = courtesy }
            : new GatewayEnd(Next.NewSession, "the session is over") { CloseWith = CloseCodes.Reconnecting, Wait = courtesy });
    }

    private void BeReady()
    {
        _limit?.Dispose();
        ReadySince ??= _clock.Now;
        Enter(GatewayPhase.Ready);
    }

    // The mode can change while the connection lasts, and what stands beside the bot's name must not be untrue for long.
    private void ShowPresence()
    {
        string presence = identity.Presence();
        if (ReadySince is null || presence == _shownPresence)
            return;
        _shownPresence = presence;
        if (Session is { } session)
            session.Presence = presence;
        _writer.TrySend(GatewayFrames.Presence(presence));
    }

    private async Task CloseAsync(int code, Task writing)
    {
        _writer.Close(code);
        await _clock.WaitAsync(writing, ToClose, CancellationToken.None);
    }

    private void Watch(Task work)
    {
        lock (_tasks)
            _tasks.Add(WatchAsync(work));
    }

    private async Task WatchAsync(Task work)
    {
        try
        {
            await work;
        }
        catch (InvalidDataException tooLarge)
        {
            End(new GatewayEnd(Next.Resume, tooLarge.Message) { CloseWith = CloseCodes.Reconnecting });
        }
        catch (Exception broken) when (broken is WebSocketException or IOException or OperationCanceledException or ObjectDisposedException)
        {
            End(CloseCodes.After(null));
        }
        catch (Exception bug)
        {
            GatewayLog.Failed(logger, bug);
            End(new GatewayEnd(Next.Resume, "a fault of this program") { CloseWith = CloseCodes.Reconnecting });
        }
    }

    private void Limit(TimeSpan most, GatewayEnd end)
    {
        _limit?.Dispose();
        _limit = parts.Time.CreateTimer(_ => End(end), null, most, Timeout.InfiniteTimeSpan);
    }

    private void End(GatewayEnd end) => _ended.TrySetResult(end);

    private void Enter(GatewayPhase phase) => parts.State.Enter(identity.Shard, phase);
}

using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace StakeBot.Testing.Telegram;

/// <summary>
/// Telegram's Bot API on this machine, as strict as Telegram is known to be, and people who use it. What is not in here a bot cannot ask for (404).
/// </summary>
public sealed class FakeTelegram : IAsyncDisposable
{
    /// <summary>The bot's token.</summary>
    public const string Token = "123456789:AAFakeTokenForTestsOnly_0000000000000";

    /// <summary>The bot's name.</summary>
    public const string BotName = "stake_test_bot";

    private readonly WebApplication _server;
    private readonly TimeProvider _time;
    private readonly FakeUpdates _updates = new();
    private readonly FakeChats _chats;
    private readonly ConcurrentQueue<FakeRequest> _requests = new();
    private readonly ConcurrentDictionary<string, bool> _presses = new();
    private readonly HttpClient _http = new();
    private readonly JsonObject _bot = new() { ["id"] = 123456789, ["is_bot"] = true, ["first_name"] = "StakeBot", ["username"] = BotName };
    private TaskCompletionSource _changed = New();
    private JsonObject? _webhook;
    private int _nextPress;

    private FakeTelegram(WebApplication server, TimeProvider time)
    {
        _server = server;
        _time = time;
        _chats = new FakeChats(time, _bot);
        _chats.Enter(FakeGroup.Fund.Chat());
        _chats.Enter(FakeUser.Alice.Chat());
    }

    /// <summary>Where it is.</summary>
    public string Address { get; private set; } = "";

    /// <summary>What goes wrong.</summary>
    public FakeFaults Faults { get; } = new();

    /// <summary>Every request and what was answered, but for questions for updates.</summary>
    public IReadOnlyCollection<FakeRequest> Requests => _requests;

    /// <summary>Told each of them as it is answered; for whoever measures.</summary>
    public Action<FakeRequest>? Answered { get; set; }

    /// <summary>The menus by scope.</summary>
    public ConcurrentDictionary<string, IReadOnlyList<string>> Menus { get; } = new();

    /// <summary>The bot's messages that are there, in order.</summary>
    public IReadOnlyList<FakeMessage> Messages => [.. _chats.Messages.Where(message => (bool)message.Json["from"]!["is_bot"]! && !message.IsDeleted)];

    /// <summary>Every message, also people's and deleted ones.</summary>
    public IReadOnlyList<FakeMessage> All => _chats.Messages;

    /// <summary>The words that were shown on presses, by press; null where nothing was said.</summary>
    public ConcurrentDictionary<string, string?> Answers { get; } = new();

    /// <summary>How many updates were not confirmed.</summary>
    public int Unconfirmed => _updates.Count;

    /// <summary>Whether the bot waits for updates.</summary>
    public bool IsAsked => _updates.IsAsked;

    /// <summary>Starts one.</summary>
    public static async Task<FakeTelegram> StartAsync(TimeProvider? time, CancellationToken ct)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        WebApplication server = builder.Build();
        FakeTelegram fake = new(server, time ?? TimeProvider.System);
        server.Run(fake.AnswerAsync);
        await server.StartAsync(ct);
        fake.Address = server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return fake;
    }

    /// <summary>Somebody writes.</summary>
    /// <param name="group">Where; null: to the bot alone.</param>
    /// <param name="more">What else the message has.</param>
    /// <returns>The message's id.</returns>
    public int Types(FakeUser user, string text, FakeGroup? group = null, Action<JsonObject>? more = null)
    {
        JsonObject chat = group?.Chat() ?? user.Chat();
        _chats.Enter(chat);
        JsonObject message = new()
        {
            ["message_id"] = _chats.NextId(),
            ["from"] = user.Json(),
            ["chat"] = chat.DeepClone(),
            ["date"] = _time.GetUtcNow().ToUnixTimeSeconds(),
            ["text"] = text,
        };
        more?.Invoke(message);
        _chats.Note(new FakeMessage((int)message["message_id"]!, (long)chat["id"]!, message.DeepClone().AsObject()));
        Deliver(_updates.Add("message", message));
        return (int)message["message_id"]!;
    }

    /// <summary>Somebody presses a button.</summary>
    /// <returns>The press, a key of <see cref="Answers"/>.</returns>
    public string Presses(FakeUser user, FakeMessage on, string label) => PressesData(user, on, on.Buttons.First(button => button.Label == label).Data);

    /// <summary>Somebody's app sends data that a button may or may not have had.</summary>
    public string PressesData(FakeUser user, FakeMessage on, string data)
    {
        string id = (900_000 + Interlocked.Increment(ref _nextPress)).ToString(CultureInfo.InvariantCulture);
        _presses[id] = true;
        FakeMessage now = _chats.Messages.First(message => message.Id == on.Id);
        Deliver(_updates.Add("callback_query", new JsonObject { ["id"] = id, ["from"] = user.Json(), ["message"] = now.Json.DeepClone(), ["chat_instance"] = "1", ["data"] = data }));
        return id;
    }

    /// <summary>Lets every press that was not answered become too old.</summary>
    public void Expire()
    {
        foreach (string press in _presses.Keys)
            _presses[press] = false;
    }

    /// <summary>Somebody blocks the bot.</summary>
    public void Block(FakeUser user)
    {
        _chats.Blocked[user.Id] = true;
        JsonObject Member(string status) => new() { ["user"] = _bot.DeepClone(), ["status"] = status, ["until_date"] = 0 };
        Deliver(_updates.Add("my_chat_member", new JsonObject
        {
            ["chat"] = user.Chat(),
            ["from"] = user.Json(),
            ["date"] = _time.GetUtcNow().ToUnixTimeSeconds(),
            ["old_chat_member"] = Member("member"),
            ["new_chat_member"] = Member("kicked"),
        }));
    }

    /// <summary>The bot's private conversation with somebody begins.</summary>
    public void Meets(FakeUser user) => _chats.Enter(user.Chat());

    /// <summary>A group becomes another.</summary>
    public void Migrate(FakeGroup from, FakeGroup to)
    {
        _chats.Enter(to.Chat());
        _chats.Migrated[from.Id] = to.Id;
    }

    /// <summary>Another process asks for the updates.</summary>
    public void Disturb() => _updates.Disturb();

    /// <summary>Sets a webhook that was there before.</summary>
    public void HasWebhook(string url) => _webhook = new JsonObject { ["url"] = url };

    /// <summary>Waits until something is so.</summary>
    public async Task<T> UntilAsync<T>(Func<T?> look, CancellationToken ct) where T : class
    {
        // Polls go on for ever, so it is not enough that something happens.
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(TimeSpan.FromMinutes(2));
        while (true)
        {
            Task next = Volatile.Read(ref _changed).Task;
            if (look() is { } found)
                return found;
            await next.WaitAsync(TimeSpan.FromSeconds(60), patience.Token);
        }
    }

    /// <summary>Completes with the next thing that happens here, or in a moment when nothing does.</summary>
    public Task ChangedAsync() => Task.WhenAny(Volatile.Read(ref _changed).Task, Task.Delay(TimeSpan.FromMilliseconds(10)));

    /// <summary>The next message of the bot's that holds some words, after the one with that id.</summary>
    public Task<FakeMessage> SeesAsync(string words, int after, CancellationToken ct) =>
        UntilAsync(() => Messages.FirstOrDefault(message => message.Id > after && message.Text.Contains(words, StringComparison.Ordinal)), ct);

    public async ValueTask DisposeAsync()
    {
        _updates.Disturb();
        await _server.StopAsync(new CancellationToken(canceled: true));
        await _server.DisposeAsync();
        _http.Dispose();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        string[] path = http.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (path is not [var bot, var method])
        {
            http.Response.StatusCode = 404;
            return;
        }
        FakeFaults.Fault? fault = Faults.Next(method);
        if (fault?.Kind == FakeFaults.Kind.Reset)
        {
            http.Abort();
            return;
        }
        FakeCall call = await FakeCall.ReadAsync(method, http.Request, http.RequestAborted);
        JsonObject answer;
        try
        {
            JsonNode result = bot != $"bot{Token}" ? throw new ApiRefusal(401, "Unauthorized") : await RunAsync(call, fault, http.RequestAborted);
            answer = new JsonObject { ["ok"] = true, ["result"] = result };
        }
        catch (ApiRefusal refusal)
        {
            http.Response.StatusCode = refusal.Code;
            answer = new JsonObject { ["ok"] = false, ["error_code"] = refusal.Code, ["description"] = refusal.Message };
            if (refusal.RetryAfter is { } seconds)
                answer["parameters"] = new JsonObject { ["retry_after"] = seconds };
            if (refusal.MigrateTo is { } to)
                answer["parameters"] = new JsonObject { ["migrate_to_chat_id"] = to };
        }
        catch (OperationCanceledException)
        {
            return;
        }
        if (method != "getUpdates")
        {
            FakeRequest request = new(method, call.Body, http.Response.StatusCode);
            _requests.Enqueue(request);
            Answered?.Invoke(request);
        }
        Change();
        if (fault?.Kind == FakeFaults.Kind.ResetAfter)
            http.Abort();
        else
            await WriteAsync(http, answer.ToJsonString());
    }

    private async Task<JsonNode> RunAsync(FakeCall call, FakeFaults.Fault? fault, CancellationToken ct)
    {
        switch (fault)
        {
            case { Kind: FakeFaults.Kind.TooFast }:
                throw new ApiRefusal(429, $"Too Many Requests: retry after {fault.Number}") { RetryAfter = fault.Number };
            case { Kind: FakeFaults.Kind.BadGateway }:
                throw new ApiRefusal(502, "Bad Gateway");
            case { Kind: FakeFaults.Kind.Refused }:
                throw new ApiRefusal(fault.Number, fault.Text);
        }
        return call.Method switch
        {
            "getMe" => _bot.DeepClone(),
            "getUpdates" => _webhook is null ? await AskedAsync(call, ct) : throw new ApiRefusal(409, "Conflict: can't use getUpdates method while webhook is active"),
            "setWebhook" => SetWebhook(call.Body),
            "deleteWebhook" => SetWebhook([]),
            "sendMessage" => _chats.Send(call, "text"),
            "sendPhoto" => _chats.Send(call, "caption", call.Body["photo"]),
            "sendDocument" => _chats.Send(call, "caption", call.Body["document"]),
            "sendMediaGroup" => _chats.SendAlbum(call),
            "sendChatAction" => JsonValue.Create(_chats.ChatOf(call) is not null),
            "editMessageText" => _chats.Edit(call, "text"),
            "editMessageCaption" => _chats.Edit(call, "caption"),
            "deleteMessage" => _chats.Delete(call),
            "answerCallbackQuery" => Acknowledge(call.Body),
            "setMyCommands" => SetMenu(call),
            _ => throw new ApiRefusal(404, "Not Found"),
        };
    }

    private Task<JsonNode> AskedAsync(FakeCall call, CancellationToken ct)
    {
        Task<JsonNode> answer = _updates.TakeAsync(call.Body, _time, ct);
        Change();
        return answer;
    }

    private JsonValue SetWebhook(JsonObject body)
    {
        _webhook = body.Count == 0 ? null : body.DeepClone().AsObject();
        _updates.Want(body["allowed_updates"]);
        if (_updates.First() is { } waiting)
            Deliver(waiting);
        return JsonValue.Create(true);
    }

    private JsonValue Acknowledge(JsonObject body)
    {
        string id = (string)body["callback_query_id"]!;
        if (!_presses.TryGetValue(id, out bool isFresh) || !isFresh)
            throw ApiRefusal.Bad("query is too old and response timeout expired or query ID is invalid");
        if (((string?)body["text"])?.Length > 200)
            throw ApiRefusal.Bad("MESSAGE_TOO_LONG");
        _presses[id] = false;
        Answers[id] = (string?)body["text"];
        return JsonValue.Create(true);
    }

    private JsonValue SetMenu(FakeCall call)
    {
        string scope = (string?)call.Body["scope"]?["type"] ?? "default";
        if (scope == "chat")
            _chats.ChatOf(call with { Body = new JsonObject { ["chat_id"] = call.Body["scope"]!["chat_id"]!.DeepClone() } });
        JsonArray commands = call.Body["commands"]!.AsArray();
        if (commands.Count > 100 || commands.Any(one => ((string)one!["command"]!).Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '_') || ((string)one["description"]!).Length is 0 or > 256))
            throw ApiRefusal.Bad("BOT_COMMAND_INVALID");
        Menus[scope] = [.. commands.Select(one => (string)one!["command"]!)];
        return JsonValue.Create(true);
    }

    // Again until it is taken, as Telegram does.
    private void Deliver(JsonObject update)
    {
        if (_webhook is { } webhook)
            _ = Task.Run(() => DeliverAsync(webhook, update));
    }

    private async Task DeliverAsync(JsonObject webhook, JsonObject update)
    {
        using HttpResponseMessage answer = await PostAsync((string)webhook["url"]!, (string?)webhook["secret_token"], update.ToJsonString());
        if (answer.IsSuccessStatusCode)
            _updates.Drop((int)update["update_id"]!);
        Change();
    }

    /// <summary>Delivers something to a webhook, as Telegram or as somebody else.</summary>
    public Task<HttpResponseMessage> PostAsync(string url, string? secret, string json)
    {
        HttpRequestMessage request = new(HttpMethod.Post, url) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        if (secret is not null)
            request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret);
        return _http.SendAsync(request);
    }

    private void Change() => Interlocked.Exchange(ref _changed, New()).TrySetResult();

    private static async Task WriteAsync(HttpContext http, string json)
    {
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(json);
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

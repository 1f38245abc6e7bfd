using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace StakeBot.Testing.Discord;

/// <summary>
/// Discord's REST interface: it answers as Discord would where nothing else is scripted, and keeps everything that Discord would not like in
/// <see cref="Violations"/>. <see cref="Handler"/> is for clients in the same process, <see cref="AnswerAsync"/> for servers.
/// </summary>
public sealed partial class FakeRest(string token = FakeRest.Token)
{
    public const string Token = "MTk4NjIyNDgzNDcxOTI1MjQ4.Fake.tokenOfTheBotThatNobodyMaySee";
    public const string Application = "900";

    private readonly Lock _gate = new();
    private readonly List<FakeRequest> _requests = [];
    private readonly List<string> _violations = [];
    private readonly List<(string Method, Regex Path, Queue<FakeAnswer> Answers)> _scripts = [];
    private TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _lastId = 5000;

    /// <summary>Where the gateway is said to be.</summary>
    public string GatewayUrl { get; set; } = "wss://gateway.discord.test";

    /// <summary>How many connections are recommended.</summary>
    public int Shards { get; set; } = 1;

    /// <summary>How many sessions may still be begun, of a thousand.</summary>
    public int SessionsLeft { get; set; } = 1000;

    /// <summary>What came in, in order.</summary>
    public IReadOnlyList<FakeRequest> Requests
    {
        get
        {
            lock (_gate)
                return [.. _requests];
        }
    }

    /// <summary>What was wrong.</summary>
    public IReadOnlyList<string> Violations
    {
        get
        {
            lock (_gate)
                return [.. _violations];
        }
    }

    /// <summary>A handler for a client in this process; its addresses begin with <see cref="Base"/>.</summary>
    public HttpMessageHandler Handler => new FakeRestHandler(this);

    /// <summary>The base address of <see cref="Handler"/>.</summary>
    public static Uri Base { get; } = new("https://discord.test/api/v10/");

    /// <summary>What is answered next to requests of this kind, one after the other; then it answers as usual again.</summary>
    /// <param name="path">A regular expression for the path below the base.</param>
    public void Script(string method, string path, params IEnumerable<FakeAnswer> answers)
    {
        lock (_gate)
            _scripts.Add((method, new Regex($"^{path}$", RegexOptions.None, TimeSpan.FromSeconds(1)), new Queue<FakeAnswer>(answers)));
    }

    /// <summary>Waits until so many requests have come in.</summary>
    public async Task<IReadOnlyList<FakeRequest>> ArrivedAsync(int count)
    {
        while (true)
        {
            Task arrived;
            lock (_gate)
            {
                if (_requests.Count >= count)
                    return [.. _requests];
                arrived = _arrived.Task;
            }
            await Guard.Soon(arrived, () => $"{Requests.Count} requests came, not {count}: {string.Join(", ", Requests)}");
        }
    }

    /// <summary>Takes a request in and answers it.</summary>
    public async Task<FakeAnswer> AnswerAsync(
        string method, string path, IReadOnlyDictionary<string, string> headers, byte[] body, CancellationToken ct)
    {
        FakeRequest request = await RequestReading.ReadAsync(method, path, headers, body, token, Violate);
        FakeAnswer answer;
        TaskCompletionSource arrived;
        lock (_gate)
        {
            _requests.Add(request);
            (arrived, _arrived) = (_arrived, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            answer = Scripted(request) ?? Usual(request);
        }
        arrived.SetResult();
        if (answer.After is { } after)
            await after.WaitAsync(ct);
        return answer.Fault is null ? answer : throw answer.Fault;
    }

    private FakeAnswer? Scripted(FakeRequest request)
    {
        string path = request.Path.Split('?')[0];
        return _scripts.FirstOrDefault(script => script.Method == request.Method && script.Answers.Count > 0 && script.Path.IsMatch(path)) is { Answers: { } answers }
            ? answers.Dequeue()
            : null;
    }

    private FakeAnswer Usual(FakeRequest request)
    {
        string path = request.Path.Split('?')[0];
        return (request.Method, path) switch
        {
            ("GET", "/applications/@me") => FakeAnswer.Ok(new JsonObject { ["id"] = Application, ["name"] = "StakeBot" }),
            ("GET", "/gateway/bot") => FakeAnswer.Ok(GatewayBot()),
            ("POST", "/users/@me/channels") => FakeAnswer.Ok(new JsonObject { ["id"] = $"7{request.Json?["recipient_id"]}", ["type"] = 1 }),
            ("PUT", _) when path.EndsWith("/commands", StringComparison.Ordinal) => FakeAnswer.Ok(request.Json!.DeepClone()),
            ("POST", _) when path.EndsWith("/typing", StringComparison.Ordinal) => FakeAnswer.NoContent,
            ("POST", _) when path.EndsWith("/callback", StringComparison.Ordinal) => Callback(request),
            ("DELETE", _) => FakeAnswer.NoContent,
            ("POST" or "PATCH" or "GET", _) when IsMessage.IsMatch(path) => FakeAnswer.Ok(Message(request, path)),
            _ => FakeAnswer.Refusal(404, 0, "404: Not Found"),
        };
    }

    private JsonObject GatewayBot() => new()
    {
        ["url"] = GatewayUrl,
        ["shards"] = Shards,
        ["session_start_limit"] = new JsonObject { ["total"] = 1000, ["remaining"] = SessionsLeft, ["reset_after"] = 14_400_000, ["max_concurrency"] = 1 },
    };

    private FakeAnswer Callback(FakeRequest request) => request.Path.Contains("with_response=true", StringComparison.Ordinal)
        ? FakeAnswer.Ok(new JsonObject
        {
            ["interaction"] = new JsonObject { ["id"] = request.Path.Split('/')[2], ["type"] = 2 },
            ["resource"] = new JsonObject { ["type"] = request.Json?["type"]?.DeepClone(), ["message"] = new JsonObject { ["id"] = $"{++_lastId}" } },
        })
        : FakeAnswer.NoContent;

    private JsonObject Message(FakeRequest request, string path)
    {
        Match named = NamedMessage.Match(path);
        return new JsonObject
        {
            ["id"] = named.Success ? named.Groups[1].Value : $"{++_lastId}",
            ["channel_id"] = path.StartsWith("/channels/", StringComparison.Ordinal) ? path.Split('/')[2] : "77",
            ["content"] = request.Json?["content"]?.DeepClone() ?? "",
        };
    }

    private void Violate(string what)
    {
        lock (_gate)
            _violations.Add(what);
    }

    [GeneratedRegex("^/(channels/[0-9]+/messages(/[0-9]+)?|webhooks/[0-9]+/[^/]+(/messages/(@original|[0-9]+))?)$", RegexOptions.None, 1000)]
    private static partial Regex IsMessage { get; }

    [GeneratedRegex("/messages/([0-9]+)$", RegexOptions.None, 1000)]
    private static partial Regex NamedMessage { get; }
}

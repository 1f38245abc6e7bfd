using System.Text.Json.Nodes;

namespace StakeBot.Testing.Telegram;

/// <summary>The bot's queue: handed out until the offset confirms; a question without news is held open; only one asks at a time.</summary>
internal sealed class FakeUpdates
{
    private readonly Lock _gate = new();
    private readonly List<JsonObject> _queue = [];
    private TaskCompletionSource _news = New();
    private TaskCompletionSource? _asking;
    private HashSet<string> _wanted = [];
    private int _next = 700_000;

    /// <summary>How many were not confirmed.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _queue.Count;
        }
    }

    /// <summary>Whether a question is held open.</summary>
    public bool IsAsked
    {
        get
        {
            lock (_gate)
                return _asking is not null;
        }
    }

    public void Want(JsonNode? kinds)
    {
        if (kinds is JsonArray array)
            _wanted = [.. array.Select(kind => (string)kind!)];
    }

    public JsonObject Add(string kind, JsonObject content)
    {
        lock (_gate)
        {
            JsonObject update = new() { ["update_id"] = _next++, [kind] = content };
            if (_wanted.Count == 0 || _wanted.Contains(kind))
                _queue.Add(update);
            Interlocked.Exchange(ref _news, New()).TrySetResult();
            return update;
        }
    }

    public JsonObject? First()
    {
        lock (_gate)
            return _queue.FirstOrDefault()?.DeepClone().AsObject();
    }

    public void Drop(int id)
    {
        lock (_gate)
            _queue.RemoveAll(update => (int)update["update_id"]! == id);
    }

    /// <summary>Ends whichever question is held open, as a second asker does.</summary>
    public void Disturb()
    {
        lock (_gate)
            _asking?.TrySetException(new ApiRefusal(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"));
    }

    public async Task<JsonNode> TakeAsync(JsonObject body, TimeProvider time, CancellationToken ct)
    {
        Want(body["allowed_updates"]);
        int offset = (int?)body["offset"] ?? 0;
        int limit = (int?)body["limit"] ?? 100;
        TimeSpan timeout = TimeSpan.FromSeconds((int?)body["timeout"] ?? 0);
        TaskCompletionSource mine = New();
        lock (_gate)
        {
            Disturb();
            _asking = mine;
            _queue.RemoveAll(update => (int)update["update_id"]! < offset);
        }
        try
        {
            Task tooLong = Task.Delay(timeout, time, ct);
            while (true)
            {
                Task news;
                lock (_gate)
                {
                    if (_queue.Count > 0)
                        return new JsonArray([.. _queue.Take(limit).Select(update => update.DeepClone())]);
                    news = _news.Task;
                }
                Task first = await Task.WhenAny(news, mine.Task, tooLong);
                await first;
                if (first == tooLong)
                    return new JsonArray();
            }
        }
        finally
        {
            lock (_gate)
                _asking = _asking == mine ? null : _asking;
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using StakeBot.Adapters.Discord;
using StakeBot.Adapters.Discord.Rest;

namespace StakeBot.Adapters.Tests.Discord;

/// <summary>Keeps what would go to Discord, and answers as it is told; otherwise like a Discord where all is well.</summary>
internal sealed class FakeWire : IDiscordWire
{
    private readonly Lock _gate = new();
    private readonly List<DiscordRequest> _sent = [];
    private int _lastId = 5000;

    /// <summary>What happens to a request; null: all is well. It may throw.</summary>
    public Func<DiscordRequest, Task<JsonElement?>?> Script { get; set; } = _ => null;

    public IReadOnlyList<DiscordRequest> Sent
    {
        get
        {
            lock (_gate)
                return [.. _sent];
        }
    }

    /// <summary>The callbacks that were sent, by their type.</summary>
    public int[] Callbacks => [.. Sent.Where(request => request.Route.IsCallback).Select(request => (int)request.Body!["type"]!)];

    /// <summary>The templates of everything else, in order.</summary>
    public string[] Others => [.. Sent.Where(request => !request.Route.IsCallback).Select(request => $"{request.Route.Method} {request.Route.Template}")];

    /// <summary>All texts that were sent, one after the other.</summary>
    public string Texts => string.Join('\n', Sent.Select(request => TextOf(request.Body)));

    public static DiscordRefusedException Refused(HttpStatusCode status, int? code = null) => new($"Discord refused it with {(int)status}.", status, code);

    public async Task<JsonElement?> SendAsync(DiscordRequest request, CancellationToken ct)
    {
        lock (_gate)
            _sent.Add(request);
        if (Script(request) is { } scripted)
            return await scripted.WaitAsync(ct);
        string id = Interlocked.Increment(ref _lastId).ToString(CultureInfo.InvariantCulture);
        return request.Route.Method == HttpMethod.Delete ? null : JsonElement.Parse($$"""{"id":"{{id}}","channel_id":"77"}""");
    }

    /// <summary>The texts of a message, without its JSON.</summary>
    public static string TextOf(JsonNode? node) => node switch
    {
        JsonObject json => string.Join('\n', json.Select(member => member.Key is "content" or "description" or "title" or "label" ? $"{member.Value}" : TextOf(member.Value)).Where(text => text.Length > 0)),
        JsonArray array => string.Join('\n', array.Select(TextOf).Where(text => text.Length > 0)),
        _ => "",
    };
}

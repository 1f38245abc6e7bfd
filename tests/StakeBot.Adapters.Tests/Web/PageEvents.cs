using System.Net.ServerSentEvents;
using System.Text.Json;

namespace StakeBot.Adapters.Tests.Web;

/// <summary>The events that an open page receives.</summary>
internal sealed class PageEvents : IAsyncDisposable
{
    // A test that waits for what never comes fails, instead of standing still.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpResponseMessage _response;
    private readonly SseParser<string> _parser;
    private readonly IAsyncEnumerator<SseItem<string>> _items;

    private PageEvents(HttpResponseMessage response, Stream stream)
    {
        _response = response;
        _parser = SseParser.Create(stream);
        _items = _parser.EnumerateAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator();
    }

    /// <summary>The id that a browser would come back with.</summary>
    public long LastId => long.Parse(_parser.LastEventId, System.Globalization.CultureInfo.InvariantCulture);

    public static async Task<PageEvents> ReadAsync(HttpResponseMessage response)
    {
        response.EnsureSuccessStatusCode();
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        return new PageEvents(response, await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>The next event, whatever it is; null when the stream has ended.</summary>
    public async Task<(string Kind, JsonElement Content)?> NextAsync() =>
        await _items.MoveNextAsync().AsTask().WaitAsync(Patience) ? (_items.Current.EventType, JsonElement.Parse(_items.Current.Data)) : null;

    /// <summary>Waits for an event of a kind and passes over the others.</summary>
    public async Task<JsonElement> NextAsync(string kind)
    {
        while (await NextAsync() is { } next)
        {
            if (next.Kind == kind)
                return next.Content;
        }
        throw new InvalidOperationException($"The stream ended without \"{kind}\".");
    }

    /// <summary>Everything up to the moment when the page knows all that was kept.</summary>
    public async Task<IReadOnlyList<(string Kind, JsonElement Content)>> UntilReadyAsync()
    {
        List<(string, JsonElement)> all = [];
        while (await NextAsync() is { } next && next.Kind != "ready")
            all.Add(next);
        return all;
    }

    public ValueTask DisposeAsync()
    {
        _response.Dispose();
        return ValueTask.CompletedTask;
    }
}

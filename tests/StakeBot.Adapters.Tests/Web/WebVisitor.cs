using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace StakeBot.Adapters.Tests.Web;

/// <summary>A browser as the server meets it: it keeps cookies, names the page that it posts from, and follows no redirect unasked.</summary>
internal sealed class WebVisitor : IDisposable
{
    private readonly HttpClient _http;

    public WebVisitor(Uri address)
    {
        Address = address;
        Site = new Uri(address.GetLeftPart(UriPartial.Authority));
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = Cookies }) { BaseAddress = Site };
    }

    /// <summary>The printed address that it has.</summary>
    public Uri Address { get; }

    public Uri Site { get; }

    public string Origin => Site.GetLeftPart(UriPartial.Authority);

    public CookieContainer Cookies { get; } = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Get, path, null, headers);

    public Task<HttpResponseMessage> PostAsync(string path, HttpContent content) => SendAsync(HttpMethod.Post, path, content, ("Origin", Origin));

    public Task<HttpResponseMessage> SayAsync(string text, string id) =>
        PostAsync("/api/messages", JsonContent.Create(new { id, text }));

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        HttpRequestMessage request = new(method, path) { Content = content };
        foreach ((string name, string value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Ct);
    }

    /// <summary>Opens a page: what happens in the conversation from here on, or since an event that it has seen.</summary>
    public async Task<PageEvents> FollowAsync(long? seen = null)
    {
        HttpResponseMessage response = seen is null
            ? await GetAsync("/api/events")
            : await GetAsync("/api/events", ("Last-Event-ID", $"{seen}"));
        return await PageEvents.ReadAsync(response);
    }

    /// <summary>The answer to the first thing that it says.</summary>
    public async Task<JsonElement> AsksAsync(string text)
    {
        await using PageEvents page = await FollowAsync();
        await page.NextAsync("reply");
        using HttpResponseMessage said = await SayAsync(text, "1");
        return await page.NextAsync("reply");
    }

    public void Dispose() => _http.Dispose();
}

using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace StakeBot.Testing;

/// <summary>One person's window, from opening to closing. Nothing that it asks for can leave this machine.</summary>
public sealed class BrowserVisit : IAsyncDisposable
{
    private readonly IBrowserContext _person;
    private readonly ConcurrentQueue<string> _faults = new();

    private BrowserVisit(IBrowserContext person) => _person = person;

    /// <summary>The page that it shows.</summary>
    public IPage Page { get; private set; } = null!;

    /// <summary>What must not happen: errors of a script, errors on the console, requests that would leave this machine.</summary>
    public IReadOnlyCollection<string> Faults => _faults;

    internal static async Task<BrowserVisit> BeginAsync(IBrowserContext person)
    {
        BrowserVisit visit = new(person);
        person.SetDefaultTimeout(30_000);
        await person.RouteAsync("**/*", visit.GuardAsync);
        person.Page += (_, page) => visit.Watch(page);
        visit.Page = await person.NewPageAsync();
        return visit;
    }

    /// <summary>Another tab of the same person.</summary>
    public Task<IPage> NewTabAsync() => _person.NewPageAsync();

    /// <summary>Saves what the page shows under artifacts/screenshots, for people.</summary>
    public Task ShootAsync(string name) =>
        Page.ScreenshotAsync(new PageScreenshotOptions { Path = Repository.PathOf("artifacts", "screenshots", $"{name}.png") });

    public async ValueTask DisposeAsync() => await _person.DisposeAsync();

    private Task GuardAsync(IRoute route)
    {
        Uri address = new(route.Request.Url);
        if (address.IsLoopback || address.Scheme is "data" or "blob" or "about")
            return route.ContinueAsync();
        _faults.Enqueue($"a request leaves this machine: {address}");
        return route.AbortAsync();
    }

    private void Watch(IPage page)
    {
        page.PageError += (_, error) => _faults.Enqueue($"page error: {error}");
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                _faults.Enqueue($"console: {message.Text} ({message.Location})");
        };
    }
}

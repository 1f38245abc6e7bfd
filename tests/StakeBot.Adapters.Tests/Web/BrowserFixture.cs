using StakeBot.Testing;

namespace StakeBot.Adapters.Tests.Web;

/// <summary>One browser for all tests of a class; none where the machine has none.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private Browser? _browser;

    public async ValueTask InitializeAsync() => _browser = Browser.Path is null ? null : await Browser.StartAsync();

    /// <summary>A person without any cookies opens a window; skips the test where there is no browser.</summary>
    public Task<BrowserVisit> VisitAsync(int width = 1200, int height = 860, bool dark = false, bool calm = true)
    {
        if (_browser is null)
            Assert.Skip(Browser.Missing);
        return _browser.VisitAsync(width, height, dark, calm);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
    }
}

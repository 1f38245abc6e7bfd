using Microsoft.Playwright;

namespace StakeBot.Testing;

/// <summary>
/// The machine's own Chromium, cut off from everything but this machine. It looks for a browser in the variable CHROMIUM, then in the usual places.
/// A test that needs one is skipped, visibly, where there is none: <c>Assert.SkipWhen(Browser.Path is null, Browser.Missing)</c>.
/// </summary>
public sealed class Browser : IAsyncDisposable
{
    /// <summary>What a skipped test says.</summary>
    public const string Missing = "There is no Chromium on this machine: install the package chromium, or set CHROMIUM to a browser's path.";

    private static readonly string[] Arguments =
    [
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
        "--no-proxy-server",
        "--no-sandbox", // which does not start for root, as in a build machine's container; only our own pages are opened
        "--disable-dev-shm-usage",
        "--disable-gpu",
        "--disable-quic",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        "--no-default-browser-check",
    ];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Browser(IPlaywright playwright, IBrowser browser)
    {
        _playwright = playwright;
        _browser = browser;
    }

    /// <summary>The browser of this machine; null when there is none. One that was named and does not exist is an error, not a reason to skip.</summary>
    public static string? Path { get; } = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named
        ? File.Exists(named) ? named : throw new FileNotFoundException("CHROMIUM names a browser that does not exist.", named)
        : Array.Find(["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"], File.Exists);

    /// <summary>Starts it.</summary>
    public static async Task<Browser> StartAsync()
    {
        IPlaywright playwright = await Playwright.CreateAsync();
        IBrowser browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Path, Args = Arguments });
        return new Browser(playwright, browser);
    }

    /// <summary>A person without any cookies opens a window.</summary>
    public async Task<BrowserVisit> VisitAsync(int width = 1200, int height = 860, bool dark = false, bool calm = true)
    {
        IBrowserContext person = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = calm ? ReducedMotion.Reduce : ReducedMotion.NoPreference,
            Locale = "en-GB",
            TimezoneId = "Europe/Berlin",
        });
        return await BrowserVisit.BeginAsync(person);
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}

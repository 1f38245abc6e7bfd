using Microsoft.Extensions.Options;
using StakeBot.Bot.Chat;
using Telegram.Bot;

namespace StakeBot.Adapters.Telegram.Sending;

/// <summary>
/// The library's client on an HTTP client of our own. The token is in every address, and whatever the client factory and its defaults add may log addresses
/// or break long polling; so neither is used.
/// </summary>
internal sealed class ApiClient : IDisposable
{
    private readonly HttpClient _http = new(new SendOnceHandler(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ActivityHeadersPropagator = null,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(15),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(20),
    }))
    {
        // Longer than Telegram holds a poll.
        Timeout = TimeSpan.FromSeconds(70),
    };

    private readonly Lazy<ITelegramBotClient?> _bot;

    public ApiClient(IOptions<TelegramOptions> options) => _bot = new Lazy<ITelegramBotClient?>(() => Make(options.Value, _http));

    /// <summary>The client.</summary>
    /// <exception cref="ChatUnavailableException">No bot is configured.</exception>
    public ITelegramBotClient Bot => _bot.Value ?? throw new ChatUnavailableException("Telegram is not configured.");

    public void Dispose() => _http.Dispose();

    // Waiting after a 429 is the pace's business.
    private static TelegramBotClient? Make(TelegramOptions options, HttpClient http) => options.Token is { } token
        ? new TelegramBotClient(new TelegramBotClientOptions(token, options.ApiBase?.TrimEnd('/')) { RetryCount = 0, RetryThreshold = 0 }, http)
        : null;
}

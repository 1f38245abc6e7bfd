namespace StakeBot.Adapters.Discord.Rest;

/// <summary>Sends one request once, and says what became of it.</summary>
internal sealed class DiscordHttp : IDisposable
{
    private const int MostBytes = 8 << 20;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan CallbackPatience = TimeSpan.FromSeconds(2);

    private readonly HttpClient _http;
    private readonly Monotonic _clock;
    private readonly string _authorization;

    public DiscordHttp(HttpMessageHandler handler, Uri apiBase, string token, Monotonic clock)
    {
        _clock = clock;
        _authorization = $"Bot {token}";
        _http = new HttpClient(handler)
        {
            BaseAddress = apiBase,
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = MostBytes,
        };
        _http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", UserAgent);
    }

    /// <summary>Discord asks for an address and a version, and shuts out who does not say them.</summary>
    public static string UserAgent { get; } = $"DiscordBot (https://numer.ai, {typeof(DiscordHttp).Assembly.GetName().Version!.ToString(3)})";

    public static SocketsHttpHandler CreateHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = System.Net.DecompressionMethods.All,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(5),
        ActivityHeadersPropagator = null,
    };

    public async Task<Attempt> TryAsync(DiscordRequest request, byte[]? json, CancellationToken ct)
    {
        using HttpRequestMessage message = new(request.Route.Method, request.Route.Path) { Content = RequestContent.Of(request, json) };
        if (request.Route.Secret is null)
            message.Headers.TryAddWithoutValidation("Authorization", _authorization);
        using CancellationTokenSource patience = _clock.Limit(request.Route.IsCallback ? CallbackPatience : Patience);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, ct);
        try
        {
            using HttpResponseMessage response = await _http.SendAsync(message, HttpCompletionOption.ResponseContentRead, either.Token);
            return new Attempt.Answered(await DiscordAnswer.ReadAsync(response, either.Token));
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new Attempt.Lost("Discord did not answer in time.", IsUnsent: false);
        }
        catch (HttpRequestException fault)
        {
            bool isUnsent = fault.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError;
            return new Attempt.Lost(isUnsent ? $"Discord cannot be reached ({fault.HttpRequestError})." : $"The connection to Discord broke ({fault.HttpRequestError}).", isUnsent);
        }
        catch (IOException)
        {
            return new Attempt.Lost("The connection to Discord broke.", IsUnsent: false);
        }
    }

    public void Dispose() => _http.Dispose();
}

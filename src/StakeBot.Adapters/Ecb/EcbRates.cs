using System.Net;
using Microsoft.Extensions.Options;
using StakeBot.Bot.Ports;

namespace StakeBot.Adapters.Ecb;

/// <summary>The European Central Bank's reference rates, set once on a working day: read a few times a day at most, and kept when they cannot be read.</summary>
internal sealed class EcbRates : IExchangeRates, IDisposable
{
    /// <summary>The file has about 2 KB.</summary>
    public const int MostBytes = 256 << 10;

    private static readonly TimeSpan GoodFor = TimeSpan.FromHours(6);
    private static readonly TimeSpan AfterFault = TimeSpan.FromMinutes(10);
    // Less than a digest waits, so that its fault is remembered for the next one.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);

    private readonly SemaphoreSlim _reading = new(1, 1);
    private readonly HttpClient _http;
    private readonly Uri _address;
    private readonly TimeProvider _time;
    private ExchangeRates? _newest;
    private RatesUnavailableException? _fault;
    private DateTimeOffset _askAgain = DateTimeOffset.MinValue;

    public EcbRates(IOptions<EcbOptions> options, TimeProvider time)
    {
        (_address, _time) = (options.Value.Address, time);
        // No client factory: its defaults add handlers and logs from anywhere in the process.
        _http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ActivityHeadersPropagator = null,
        })
        {
            Timeout = Patience,
            MaxResponseContentBufferSize = MostBytes,
        };
    }

    public async Task<ExchangeRates> ReadRatesAsync(CancellationToken ct)
    {
        await _reading.WaitAsync(ct);
        try
        {
            if (_time.GetUtcNow() >= _askAgain)
                await AskAsync(ct);
            return _newest ?? throw new RatesUnavailableException(_fault!.Message, _fault);
        }
        finally
        {
            _reading.Release();
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        _reading.Dispose();
    }

    // The rates say of which day they are, so older ones are better than none.
    private async Task AskAsync(CancellationToken ct)
    {
        try
        {
            using HttpResponseMessage answer = await _http.GetAsync(_address, ct);
            if (answer.StatusCode != HttpStatusCode.OK)
                throw new RatesUnavailableException($"The European Central Bank answered with status {(int)answer.StatusCode} instead of its rates.");
            using Stream file = await answer.Content.ReadAsStreamAsync(ct);
            _newest = EcbFile.Read(file);
            _askAgain = _time.GetUtcNow() + GoodFor;
        }
        catch (RatesUnavailableException fault)
        {
            Fail(fault);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException || (fault is OperationCanceledException && !ct.IsCancellationRequested))
        {
            Fail(new RatesUnavailableException("The European Central Bank's rates could not be read.", fault));
        }
    }

    private void Fail(RatesUnavailableException fault) => (_fault, _askAgain) = (fault, _time.GetUtcNow() + AfterFault);
}

using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;
using StakeBot.Adapters.Numerai.Keys;
using StakeBot.Bot.Ports;

namespace StakeBot.Adapters.Numerai.Wire;

/// <summary>Asks queries: at the published pace, again when a fault passes, and not at all while nothing but faults came lately.</summary>
internal sealed class NumeraiReads : IDisposable
{
    private const int MostBytes = 64 << 20;

    private readonly HttpClient _http;
    private readonly Pacing _pacing;
    private readonly TimeProvider _time;
    private readonly ResiliencePipeline<GraphQlAnswer> _pipeline;

    public NumeraiReads(IOptions<NumeraiOptions> options, Pacing pacing, TimeProvider time)
    {
        _pacing = pacing;
        _time = time;
        _pipeline = ReadPipeline.Build(time);
        _http = new HttpClient(CreateHandler())
        {
            BaseAddress = options.Value.ApiBase,
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = MostBytes,
        };
    }

    /// <summary>How long one try may take.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(30);

    internal static SocketsHttpHandler CreateHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = System.Net.DecompressionMethods.All,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(10),
        ActivityHeadersPropagator = null,
    };

    /// <summary>What a query's field holds; null when it is null.</summary>
    /// <exception cref="NumeraiUnavailableException">It cannot be read now, or Numerai answered with an error.</exception>
    public async Task<T?> ReadAsync<T>(
        Operation operation, IReadOnlyDictionary<string, object?> variables, ApiKey? key, JsonTypeInfo<T> type, CancellationToken ct)
        where T : class
    {
        GraphQlAnswer answer = await AskAsync(operation, variables, key, ct);
        return answer.Errors.Count > 0 ? throw ReadFaults.Of(operation, answer) : Decode(operation, answer, type);
    }

    /// <summary>A query's answer, which may hold errors.</summary>
    /// <exception cref="NumeraiUnavailableException">There is no answer.</exception>
    public async Task<GraphQlAnswer> AskAsync(Operation operation, IReadOnlyDictionary<string, object?> variables, ApiKey? key, CancellationToken ct)
    {
        try
        {
            GraphQlAnswer answer = await _pipeline.ExecuteAsync(async token => await TryAsync(operation, variables, key, token), ct);
            return answer.IsPassing ? throw ReadFaults.Of(operation, answer) : answer;
        }
        catch (BrokenCircuitException)
        {
            throw new NumeraiUnavailableException("Numerai has not been answering; it is asked again in a moment.");
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or TimeoutException)
        {
            throw new NumeraiUnavailableException("Numerai cannot be reached.");
        }
    }

    /// <summary>Reads the field out of an answer.</summary>
    public static T? Decode<T>(Operation operation, GraphQlAnswer answer, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return answer.Field(operation.Field)?.Deserialize(type);
        }
        catch (JsonException)
        {
            throw new NumeraiUnavailableException($"Numerai's answer to the query {operation.Name} holds something that is not understood.");
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<GraphQlAnswer> TryAsync(Operation operation, IReadOnlyDictionary<string, object?> variables, ApiKey? key, CancellationToken ct)
    {
        OperationPace pace = _pacing.Of(operation.Field);
        await pace.WaitAsync(ct);
        using HttpRequestMessage request = GraphQlBody.Request(operation, variables, key);
        using CancellationTokenSource patience = new(Patience, _time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, ct);
        try
        {
            using HttpResponseMessage response = await _http.SendAsync(request, HttpCompletionOption.ResponseContentRead, either.Token);
            GraphQlAnswer answer = await GraphQlAnswer.ReadAsync(response, _time, either.Token);
            if (answer.Status == 429)
                pace.Slow(answer.RetryAfter);
            return answer;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new TimeoutException($"No answer within {Patience.TotalSeconds:0} seconds.");
        }
    }
}

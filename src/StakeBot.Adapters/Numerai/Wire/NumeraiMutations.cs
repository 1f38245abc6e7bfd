using Microsoft.Extensions.Options;
using StakeBot.Adapters.Numerai.Keys;

namespace StakeBot.Adapters.Numerai.Wire;

/// <summary>
/// Sends a mutation once. Nothing here sends again: no retries, no redirects, no connection that was used before (a pooled one that has died is a
/// reason for the base library to try another), and no factory whose defaults could add a handler or a log of its own.
/// </summary>
internal sealed class NumeraiMutations : IDisposable
{
    private const int MostBytes = 1 << 20;

    private readonly HttpClient _http;
    private readonly Pacing _pacing;
    private readonly TimeProvider _time;

    public NumeraiMutations(IOptions<NumeraiOptions> options, Pacing pacing, TimeProvider time)
    {
        _pacing = pacing;
        _time = time;
        _http = new HttpClient(CreateHandler())
        {
            BaseAddress = options.Value.ApiBase,
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = MostBytes,
        };
    }

    /// <summary>How long an answer is waited for.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(30);

    internal static SocketsHttpHandler CreateHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.Zero,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        ActivityHeadersPropagator = null,
    };

    /// <summary>Sends it exactly once. Once it is on its way, nothing but <see cref="Patience"/> ends it: giving up does not call it back.</summary>
    /// <param name="sendBefore">When it is too late to begin.</param>
    public async Task<MutationOutcome> SendAsync(
        Operation operation, IReadOnlyDictionary<string, object?> variables, ApiKey key, DateTimeOffset sendBefore, CancellationToken ct)
    {
        using HttpRequestMessage request = GraphQlBody.Request(operation, variables, key);
        OperationPace pace = _pacing.Of(operation.Field);
        try
        {
            await pace.WaitAsync(ct);
        }
        catch (OperationCanceledException)
        {
            return new MutationOutcome.NotSent("It was called off before anything was sent.");
        }
        if (ct.IsCancellationRequested)
            return new MutationOutcome.NotSent("It was called off before anything was sent.");
        if (_time.GetUtcNow() >= sendBefore)
            return new MutationOutcome.NotSent("The time to send it had passed. Nothing was sent.");
        return await SendNowAsync(request, pace);
    }

    public void Dispose() => _http.Dispose();

    private async Task<MutationOutcome> SendNowAsync(HttpRequestMessage request, OperationPace pace)
    {
        using CancellationTokenSource patience = new(Patience, _time);
        try
        {
            using HttpResponseMessage response = await _http.SendAsync(request, HttpCompletionOption.ResponseContentRead, patience.Token);
            GraphQlAnswer answer = await GraphQlAnswer.ReadAsync(response, _time, patience.Token);
            if (answer.Status == 429)
                pace.Slow(answer.RetryAfter);
            return new MutationOutcome.Answered(answer);
        }
        catch (HttpRequestException fault) when (IsBeforeAnyByte(fault.HttpRequestError))
        {
            return new MutationOutcome.NotSent($"{Words(fault.HttpRequestError)} Nothing was sent.");
        }
        catch (OperationCanceledException)
        {
            return new MutationOutcome.Lost($"Numerai did not answer within {Patience.TotalSeconds:0} seconds.");
        }
        catch (HttpRequestException fault)
        {
            return new MutationOutcome.Lost($"The connection to Numerai broke before an answer came ({fault.HttpRequestError}).");
        }
        catch (Exception fault) when (fault is IOException or InvalidOperationException)
        {
            return new MutationOutcome.Lost($"The connection to Numerai broke before an answer came ({fault.GetType().Name}).");
        }
    }

    private static bool IsBeforeAnyByte(HttpRequestError error) =>
        error is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError;

    private static string Words(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError => "Numerai's name could not be resolved.",
        HttpRequestError.SecureConnectionError => "No secure connection to Numerai could be made.",
        _ => "No connection to Numerai could be made.",
    };
}

using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using StakeBot.Adapters.Discord.Rest.Limits;

namespace StakeBot.Adapters.Discord.Rest;

/// <summary>Discord's REST interface: within its limits, again only where that is safe, and without a token in any text.</summary>
internal sealed class DiscordRest : IDiscordWire, IDisposable
{
    private const int MostTries = 4;
    private const int MostSlowDowns = 5;

    // Whoever waits for longer than this is better told.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(0.5);

    private readonly string _token;
    private readonly Monotonic _clock;
    private readonly Func<double> _random;
    private readonly FatalStop _stop;
    private readonly DiscordMetrics _metrics;
    private readonly ILogger<DiscordRest> _logger;
    private readonly DiscordHttp _http;
    private readonly RouteLimits _limits;
    private readonly GlobalLimit _global;
    private readonly InvalidRequests _invalid;

    /// <param name="random">Numbers from 0 to 1, by which waits are spread.</param>
    public DiscordRest(
        HttpMessageHandler handler, Uri apiBase, string token, TimeProvider time, Func<double> random, FatalStop stop, DiscordMetrics metrics, ILogger<DiscordRest> logger)
    {
        _token = token;
        _clock = new Monotonic(time);
        _random = random;
        _stop = stop;
        _metrics = metrics;
        _logger = logger;
        _http = new DiscordHttp(handler, apiBase, token, _clock);
        _limits = new RouteLimits(_clock);
        _global = new GlobalLimit(_clock);
        _invalid = new InvalidRequests(_clock);
    }

    /// <summary>How many limits are remembered.</summary>
    public int RememberedLimits => _limits.Count;

    /// <summary>Sends a request.</summary>
    /// <returns>What Discord answered; null when it answered nothing.</returns>
    /// <exception cref="DiscordRefusedException">Discord said no.</exception>
    /// <exception cref="DiscordUnavailableException">There is no answer now; the request may have been carried out.</exception>
    /// <exception cref="DiscordFatalException">The bot's token is not valid.</exception>
    public async Task<JsonElement?> SendAsync(DiscordRequest request, CancellationToken ct)
    {
        byte[]? json = RequestContent.Serialize(request);
        int failures = 0;
        int slowDowns = 0;
        while (true)
        {
            Attempt attempt = await TryAsync(request, json, slowDowns, ct);
            if (attempt is Attempt.Answered { Answer: { IsServerFault: false } answer })
            {
                if (answer.IsSuccess)
                    return answer.Body;
                if (answer.Status != HttpStatusCode.TooManyRequests)
                    throw Refused(request, answer);
                slowDowns++;
                SlowDown asked = SlowDown.Of(answer, slowDowns);
                if (slowDowns == MostSlowDowns || asked.Wait > LongestWait)
                    throw new DiscordUnavailableException($"Discord asks to slow down at {request.Route}.") { RetryAfter = asked.Wait };
                await _clock.DelayAsync(asked.Scope == SlowDownScope.Request ? asked.Wait : TimeSpan.Zero, ct);
                continue;
            }
            slowDowns = 0;
            failures++;
            string reason = attempt is Attempt.Lost lost ? lost.Reason : $"Discord is out of order ({(int)((Attempt.Answered)attempt).Answer.Status}).";
            if (!MayTryAgain(request, attempt, failures))
                throw new DiscordUnavailableException($"{request.Route} failed. {reason}");
            RestLog.Again(_logger, request.Route, reason);
            await _clock.DelayAsync(FirstPause * Math.Pow(2, failures - 1) * (0.5 + (_random() / 2)), ct);
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<Attempt> TryAsync(DiscordRequest request, byte[]? json, int slowDowns, CancellationToken ct)
    {
        Bucket bucket = await _limits.EnterAsync(request.Route, ct);
        DiscordAnswer? answer = null;
        try
        {
            await (request.Route.Secret is null ? _global.WaitAsync(ct) : _global.WaitForAllAsync(ct));
            Check(request);
            TimeSpan begin = _clock.Now;
            Attempt attempt = await _http.TryAsync(request, json, ct);
            answer = (attempt as Attempt.Answered)?.Answer;
            if (answer is not null)
                RestLog.Answered(_logger, request.Route, (int)answer.Status, (long)(_clock.Now - begin).TotalMilliseconds);
            if (answer is { IsInvalid: true })
                CountInvalid();
            if (answer is { Status: HttpStatusCode.TooManyRequests })
                SlowDownBy(request, bucket, SlowDown.Of(answer, slowDowns + 1));
            return attempt;
        }
        finally
        {
            _limits.Leave(request.Route, bucket, answer?.OwnLimit);
        }
    }

    // What is refused here has not been sent.
    private void Check(DiscordRequest request)
    {
        if (request.Route.Secret is not null)
            return;
        if (_stop.Reason is { } reason)
            throw new DiscordFatalException(reason);
        if (_invalid.Closed is { } wait)
            throw new DiscordUnavailableException("Too many requests of the last ten minutes were invalid; nothing is sent that nobody waits for.") { RetryAfter = wait };
    }

    private void SlowDownBy(DiscordRequest request, Bucket bucket, SlowDown asked)
    {
        _metrics.SlowedDown(request.Route);
        RestLog.SlowDown(_logger, request.Route, asked.Scope, (long)asked.Wait.TotalMilliseconds);
        if (asked.Scope == SlowDownScope.Route)
            bucket.Hold(asked.Wait);
        else if (asked.Scope != SlowDownScope.Request)
            _global.Hold(asked.Wait, everything: asked.Scope == SlowDownScope.Everything || request.Route.Secret is not null);
    }

    private void CountInvalid()
    {
        int count = _invalid.Add();
        if (count == InvalidRequests.Worrying)
            RestLog.ManyInvalid(_logger, count);
    }

    private Exception Refused(DiscordRequest request, DiscordAnswer answer)
    {
        if (answer.Status != HttpStatusCode.Unauthorized || request.Route.Secret is not null)
            return Refusal.Of(request, answer, _token);
        if (_stop.Stop(Cures.Token))
            RestLog.Stopped(_logger, Cures.Token);
        return new DiscordFatalException(Cures.Token);
    }

    // A message that is created twice is worse than one that is not; a callback is over in three seconds.
    private static bool MayTryAgain(DiscordRequest request, Attempt attempt, int failures)
    {
        bool isUnsent = attempt is Attempt.Lost { IsUnsent: true };
        if (request.Route.IsCallback)
            return isUnsent && failures < 2;
        return failures < MostTries && (isUnsent || request.Route.Method != HttpMethod.Post || request.Nonce is not null);
    }
}

using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace StakeBot.Adapters.Numerai.Wire;

/// <summary>How faults of reads are met. Mutations never go through it.</summary>
internal static class ReadPipeline
{
    private const int MostRetries = 3;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    public static ResiliencePipeline<GraphQlAnswer> Build(TimeProvider time) =>
        new ResiliencePipelineBuilder<GraphQlAnswer> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<GraphQlAnswer>
            {
                ShouldHandle = arguments => ValueTask.FromResult(Passes(arguments.Outcome)),
                MaxRetryAttempts = MostRetries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = TimeSpan.FromSeconds(1),
                MaxDelay = TimeSpan.FromSeconds(15),
                DelayGenerator = arguments => ValueTask.FromResult(Asked(arguments.Outcome)),
            })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<GraphQlAnswer>
            {
                ShouldHandle = arguments => ValueTask.FromResult(Passes(arguments.Outcome)),
                FailureRatio = 0.9,
                MinimumThroughput = 12,
                SamplingDuration = TimeSpan.FromMinutes(1),
                BreakDuration = TimeSpan.FromSeconds(30),
            })
            .Build();

    private static bool Passes(Outcome<GraphQlAnswer> outcome) =>
        outcome is { Result.IsPassing: true } or { Exception: HttpRequestException or IOException or TimeoutException };

    // Null leaves the delay to the growing one. A wait that nobody has the patience for is not waited.
    private static TimeSpan? Asked(Outcome<GraphQlAnswer> outcome) =>
        outcome is { Result.RetryAfter: { } asked } ? (asked < LongestWait ? asked : LongestWait) : null;
}

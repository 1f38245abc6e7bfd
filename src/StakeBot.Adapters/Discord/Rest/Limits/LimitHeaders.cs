using System.Globalization;
using System.Net.Http.Headers;

namespace StakeBot.Adapters.Discord.Rest.Limits;

/// <summary>What an answer says of its limit. The instant of the reset is not read: it is on Discord's wall clock, not on ours.</summary>
internal sealed record LimitHeaders(string? Bucket, int Limit, int Remaining, TimeSpan ResetAfter)
{
    /// <summary>Reads them; null where an answer says nothing of a limit.</summary>
    public static LimitHeaders? Of(HttpResponseHeaders headers) =>
        Number(headers, "X-RateLimit-Limit") is { } limit and >= 1
        && Number(headers, "X-RateLimit-Remaining") is { } remaining and >= 0
        && Number(headers, "X-RateLimit-Reset-After") is { } seconds and >= 0 and < 1e6
            ? new LimitHeaders(First(headers, "X-RateLimit-Bucket"), (int)Math.Min(limit, int.MaxValue), (int)Math.Min(remaining, int.MaxValue), TimeSpan.FromSeconds(seconds))
            : null;

    public static string? First(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out IEnumerable<string>? values) ? values.FirstOrDefault() : null;

    public static double? Number(HttpResponseHeaders headers, string name) =>
        double.TryParse(First(headers, name), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value) ? value : null;
}

namespace StakeBot.Adapters.Store;

/// <summary>Times as the store keeps them: UTC, whole milliseconds.</summary>
internal static class Milliseconds
{
    public static DateTimeOffset Of(DateTimeOffset time) => DateTimeOffset.FromUnixTimeMilliseconds(time.ToUnixTimeMilliseconds());
}

using StakeBot.Adapters.Secrets;
using StakeBot.Testing;

namespace StakeBot.Host.Tests.Canary;

/// <summary>Secrets that are planted everywhere a secret can come in. None of them, in any disguise, may come out.</summary>
internal static class Canaries
{
    public const string TelegramToken = "987654321:AAcanaryTELEGRAMcanaryTELEGRAMcanary";
    public const string DiscordToken = "MTk4NjIyNDgzNDcxOTI1MjQ4.CANARY.canaryDISCORDcanaryDISCORDcanary";
    public const string PrivateKey = "c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00";
    public const string SeedPhrase = "canary winner thank year wave sausage worth useful legal winner thank yellow";

    public static string MasterKeyText { get; } = MasterKey.New().Export();

    /// <summary>What somebody could type into a chat.</summary>
    public static IReadOnlyList<string> Typed { get; } =
    [
        SomeKeys.ReadingId,
        $"my secret is {SomeKeys.ReadingSecret}",
        $"/link start {SomeKeys.StakingId}${SomeKeys.StakingSecret}",
        $"/start {TelegramToken}",
        $"/nonsense token:{DiscordToken}",
        $"/risk model:{PrivateKey}",
        SeedPhrase,
    ];

    private static IReadOnlyList<string> All { get; } =
        [SomeKeys.ReadingId, SomeKeys.ReadingSecret, SomeKeys.StakingId, SomeKeys.StakingSecret, TelegramToken, DiscordToken, PrivateKey, SeedPhrase, MasterKeyText];

    /// <summary>Those that stand in a text, as they are, in base64, in hex or escaped for an address.</summary>
    public static IReadOnlyList<string> In(string text, params IEnumerable<string> more) =>
        [.. All.Concat(more).Where(secret => Disguises(secret).Any(disguise => text.Contains(disguise, StringComparison.Ordinal)))];

    private static IEnumerable<string> Disguises(string secret)
    {
        byte[] bytes = System.Text.Encoding.UTF8.GetBytes(secret);
        yield return secret;
        yield return Convert.ToBase64String(bytes).TrimEnd('=')[..^1];
        yield return Convert.ToHexString(bytes);
        yield return Convert.ToHexStringLower(bytes);
        yield return Uri.EscapeDataString(secret);
    }
}

namespace StakeBot.Adapters.Store.Transfer;

/// <summary>Collections that no export shows, encrypted or not.</summary>
internal static class SecretCollections
{
    public static IReadOnlySet<string> Names { get; } = new HashSet<string>(StringComparer.Ordinal) { "secret", "secrets" };
}

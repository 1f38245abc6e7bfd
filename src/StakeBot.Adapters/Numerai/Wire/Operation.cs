namespace StakeBot.Adapters.Numerai.Wire;

/// <summary>One query or mutation of the folder Queries.</summary>
/// <param name="Name">The name of its file.</param>
/// <param name="Field">The one field of the root that it asks for: limits are per field.</param>
internal sealed record Operation(string Name, string Field)
{
    private const string Folder = "StakeBot.Numerai.Queries/";

    public static Operation Account { get; } = Of("Account", "account");

    public static Operation StakeEvidence { get; } = Of("StakeEvidence", "account");

    public static Operation TokenInfo { get; } = Of("TokenInfo", "apiTokenInfo");

    public static Operation Rounds { get; } = Of("Rounds", "rounds");

    public static Operation RoundRule { get; } = Of("RoundRule", "rounds");

    public static Operation Performances { get; } = Of("Performances", "v2RoundModelPerformances");

    public static Operation Payouts { get; } = Of("Payouts", "pendingModelPayouts");

    public static Operation Transactions { get; } = Of("Transactions", "stakeTransactions");

    public static Operation AtomicConfig { get; } = Of("AtomicConfig", "v3StakeConfig");

    public static Operation StakeRound { get; } = Of("StakeRound", "v3StakeRound");

    public static Operation StakeClaims { get; } = Of("StakeClaims", "v3StakeClaims");

    public static Operation Profile { get; } = Of("Profile", "v3UserProfile");

    public static Operation SignalsProfile { get; } = Of("SignalsProfile", "v2SignalsProfile");

    public static Operation Price { get; } = Of("Price", "latestNmrPrice");

    public static Operation ScoringDay { get; } = Of("ScoringDay", "pipelineStatus");

    public static Operation ChangeStake { get; } = Of("ChangeStake", "v2ChangeStake");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Operation> All { get; } =
    [
        Account, StakeEvidence, TokenInfo, Rounds, RoundRule, Performances, Payouts, Transactions, AtomicConfig, StakeRound, StakeClaims, Profile, SignalsProfile, Price,
        ScoringDay, ChangeStake,
    ];

    /// <summary>Its text.</summary>
    public required string Text { get; init; }

    private static Operation Of(string name, string field)
    {
        using Stream file = typeof(Operation).Assembly.GetManifestResourceStream($"{Folder}{name}.graphql")
            ?? throw new InvalidOperationException($"The query {name} is not in the assembly.");
        using StreamReader reader = new(file);
        return new Operation(name, field) { Text = reader.ReadToEnd() };
    }
}

namespace StakeBot.NumeraiFake;

/// <summary>A key of the account.</summary>
/// <param name="Name">What its owner called it.</param>
/// <param name="PublicId">Its public part.</param>
/// <param name="Secret">Its secret part.</param>
/// <param name="Scopes">What it may do.</param>
public sealed record FakeToken(string Name, string PublicId, string Secret, IReadOnlyList<string> Scopes)
{
    /// <summary>A key for reading.</summary>
    public static FakeToken Reading { get; } =
        new("reader", "READINGPUBLICID00000000000000000", "READINGSECRET0000000000000000000", ["read_user_info", "read_submission_info", "web3_staking"]);

    /// <summary>A key that may stake.</summary>
    public static FakeToken Staking { get; } =
        new("staker", "STAKINGPUBLICID00000000000000000", "STAKINGSECRET0000000000000000000", ["read_user_info", "stake"]);

    internal string Header => $"Token {PublicId}${Secret}";
}

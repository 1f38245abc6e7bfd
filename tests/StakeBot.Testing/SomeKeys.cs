using StakeBot.Bot.Ports;
using StakeBot.Bot.Secrets;

namespace StakeBot.Testing;

/// <summary>Keys that look real and open nothing.</summary>
public static class SomeKeys
{
    /// <summary>A public id that reads.</summary>
    public const string ReadingId = "ABCDEFGH12345678IJKLMNOP12345678";

    /// <summary>Its secret.</summary>
    public const string ReadingSecret = "QRSTUVWX12345678YZABCDEF12345678GHIJKLMN12345678OPQRSTUV12345678";

    /// <summary>A public id that stakes.</summary>
    public const string StakingId = "STAKEKEY12345678STAKEKEY12345678";

    /// <summary>Its secret.</summary>
    public const string StakingSecret = "STAKESEC12345678STAKESEC12345678STAKESEC12345678STAKESEC12345678";

    /// <summary>The key that reads.</summary>
    public static NumeraiKey Reading => new(ReadingId, new Secret(ReadingSecret));

    /// <summary>The key that stakes.</summary>
    public static NumeraiKey Staking => new(StakingId, new Secret(StakingSecret));

    /// <summary>Numerai, to which both keys are known with no more than they need.</summary>
    public static FakeKeyCheck Check() => new()
    {
        Known =
        {
            [ReadingId] = new KeyFacts("aviary", ["read_user_info", "read_submission_info", "web3_staking"]),
            [StakingId] = new KeyFacts("aviary", ["stake"]),
        },
    };
}

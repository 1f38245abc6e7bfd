using StakeBot.Bot.Ports.Secrets;

namespace StakeBot.Bot.Linking;

/// <summary>What a key is used for. Two keys, so that what reads all day cannot change a stake.</summary>
public enum KeyUse
{
    /// <summary>Reads the account.</summary>
    Reading,

    /// <summary>Changes stakes; only the execution room asks for it.</summary>
    Staking,
}

/// <summary>Uses of keys, in words.</summary>
public static class KeyUses
{
    private const string Account = "numerai";

    extension(KeyUse use)
    {
        /// <summary><c>reading</c> or <c>staking</c>.</summary>
        public string Word => use switch
        {
            KeyUse.Reading => "reading",
            KeyUse.Staking => "staking",
            _ => throw new ArgumentOutOfRangeException(nameof(use), use, "Unknown use."),
        };

        /// <summary>Where the vault keeps it.</summary>
        internal SecretName SecretName => new(Account, $"{use.Word}-key");
    }
}

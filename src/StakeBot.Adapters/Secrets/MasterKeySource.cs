namespace StakeBot.Adapters.Secrets;

/// <summary>A master key and where it came from.</summary>
/// <param name="Key">The key.</param>
/// <param name="From">Where it was found, in words.</param>
/// <param name="Warning">What is wrong with that place; null when nothing is.</param>
public sealed record FoundMasterKey(MasterKey Key, string From, string? Warning);

/// <summary>Looks for the master key: a systemd credential, else a file, else the environment. It is never made in silence.</summary>
/// <param name="environment">The value of an environment variable.</param>
public sealed class MasterKeySource(Func<string, string?> environment)
{
    /// <summary>The variable that names the file.</summary>
    public const string FileVariable = "STAKEBOT_KEK_FILE";

    /// <summary>The variable that holds the key itself.</summary>
    public const string KeyVariable = "STAKEBOT_KEK";

    private const string CredentialsVariable = "CREDENTIALS_DIRECTORY";
    private const string Credential = "stakebot-kek";

    /// <summary>What to do when there is none.</summary>
    public const string HowToMakeOne =
        "There is no master key, so no secret can be kept. Make one outside the data folder and say where it is: stakebot keys new FILE, then set STAKEBOT_KEK_FILE=FILE.";

    /// <summary>The key; null when none of the places has one.</summary>
    /// <exception cref="MasterKeyException">A place is named and cannot be used: another is not tried instead.</exception>
    public FoundMasterKey? Find()
    {
        if (environment(CredentialsVariable) is { Length: > 0 } folder && Path.Combine(folder, Credential) is var credential && File.Exists(credential))
            return new FoundMasterKey(MasterKeyFile.Read(credential, ownerOnly: false), "the systemd credential stakebot-kek", null);
        if (environment(FileVariable) is { Length: > 0 } file)
            return new FoundMasterKey(MasterKeyFile.Read(file, ownerOnly: true), $"the file {file}", null);
        if (environment(KeyVariable) is not { Length: > 0 } text)
            return null;
        MasterKey key = MasterKey.Parse(text) ?? throw new MasterKeyException($"{KeyVariable} holds no master key: 32 bytes in base64. stakebot keys new FILE makes one.");
        return new FoundMasterKey(
            key, $"the environment variable {KeyVariable}", $"The environment can be read by other programs of this user and ends up in dumps. A file is safer: set {FileVariable}.");
    }
}

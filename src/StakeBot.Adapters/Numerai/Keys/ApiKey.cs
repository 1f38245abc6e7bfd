namespace StakeBot.Adapters.Numerai.Keys;

/// <summary>A key of the interface. Its text never shows it.</summary>
internal sealed class ApiKey(string publicId, string secret)
{
    /// <summary>The value of the Authorization header. Nothing but a request may hold it.</summary>
    public string Authorization() => $"Token {publicId}${secret}";

    public override string ToString() => "***";
}

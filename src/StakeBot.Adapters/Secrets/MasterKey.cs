using System.Security.Cryptography;
using System.Text;

namespace StakeBot.Adapters.Secrets;

/// <summary>The key that encrypts all others (AES-256-GCM). It names itself by a piece of a hash, so that a wrong one is told from a broken row.</summary>
public sealed class MasterKey
{
    /// <summary>Its length.</summary>
    public const int Bytes = 32;

    private const int TagBytes = 16;
    private const int IdLength = 8;

    private readonly byte[] _key;

    private MasterKey(byte[] key)
    {
        _key = key;
        Id = Convert.ToHexStringLower(SHA256.HashData([.. "stakebot-kek"u8, .. key]))[..IdLength];
    }

    /// <summary>Its name; says nothing of the key.</summary>
    public string Id { get; }

    /// <summary>A new one.</summary>
    public static MasterKey New() => new(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Reads 32 bytes in base64; null when it is something else.</summary>
    public static MasterKey? Parse(string text)
    {
        byte[] key = new byte[Bytes];
        return Convert.TryFromBase64String(text.Trim(), key, out int length) && length == Bytes ? new MasterKey(key) : null;
    }

    /// <summary>The line that its file holds. For that file alone.</summary>
    public string Export() => Convert.ToBase64String(_key);

    public override string ToString() => $"master key {Id}";

    /// <summary>Encrypts a text, bound to what it belongs to.</summary>
    internal Envelope Seal(string text, string boundTo)
    {
        byte[] plain = Encoding.UTF8.GetBytes(text);
        byte[] nonce = RandomNumberGenerator.GetBytes(AesGcm.NonceByteSizes.MaxSize);
        byte[] cipher = new byte[plain.Length];
        byte[] tag = new byte[TagBytes];
        using AesGcm aes = new(_key, TagBytes);
        aes.Encrypt(nonce, plain, cipher, tag, Bound(boundTo));
        CryptographicOperations.ZeroMemory(plain);
        return new Envelope(Id, nonce, cipher, tag);
    }

    /// <summary>Decrypts it.</summary>
    /// <exception cref="AuthenticationTagMismatchException">It was changed, or belongs to something else.</exception>
    internal string Open(Envelope envelope, string boundTo)
    {
        byte[] plain = new byte[envelope.Cipher.Length];
        using AesGcm aes = new(_key, TagBytes);
        aes.Decrypt(envelope.Nonce, envelope.Cipher, envelope.Tag, plain, Bound(boundTo));
        string text = Encoding.UTF8.GetString(plain);
        CryptographicOperations.ZeroMemory(plain);
        return text;
    }

    private byte[] Bound(string boundTo) => Encoding.UTF8.GetBytes($"{boundTo}|{Id}");
}

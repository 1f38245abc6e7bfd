using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using StakeBot.Bot.Ports;

namespace StakeBot.Bot.Chat;

/// <summary>
/// Signs what a button stands for, because a platform may deliver data that no button ever had. <c>1c:7F3KQ2M8ZT4WA:03:</c> and 22 characters: the
/// key's digit with the operation, the subject, the revision, and the first 128 bits of HMAC-SHA256 over platform, conversation and all of that.
/// A seal tells that the bot made the button, in this conversation; it never tells who may press it.
/// </summary>
public sealed partial class TapSeal(ITapKeys keys)
{
    private const int TagBytes = 16;

    /// <summary>What a surface puts behind a button: sealed data, or the command of a plain one.</summary>
    public string DataOf(Button button, ChatAddress address) => button.Tap is { } tap ? Seal(tap, address) : button.Command;

    /// <summary>The data of a signed button, 42 characters of ASCII.</summary>
    /// <exception cref="ArgumentException">The tap is not one that a button can carry.</exception>
    public string Seal(Tap tap, ChatAddress address)
    {
        TapKey key = keys.Current;
        string head = string.Create(CultureInfo.InvariantCulture, $"{key.Version}{tap.Operation}:{tap.Subject}:{tap.Revision:00}:");
        if (!Head.IsMatch(head))
            throw new ArgumentException($"'{tap}' is not one letter, 13 Crockford characters and a revision from 1 to 99.", nameof(tap));
        return head + Tag(key, head, address);
    }

    /// <summary>What sealed data stand for; null when this bot did not make them for this conversation, or has forgotten their key.</summary>
    public Tap? Open(string data, ChatAddress address)
    {
        if (Whole.Match(data) is not { Success: true } match || keys.Find(data[0]) is not { } key)
            return null;
        string head = match.Groups["head"].Value;
        // As texts: the last character of the tag has spare bits, which bytes would not show.
        bool genuine = CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(Tag(key, head, address)), Encoding.ASCII.GetBytes(match.Groups["tag"].Value));
        return genuine
            ? new Tap(data[1], match.Groups["subject"].Value, int.Parse(match.Groups["revision"].ValueSpan, CultureInfo.InvariantCulture))
            : null;
    }

    private static string Tag(TapKey key, string head, ChatAddress address)
    {
        using IncrementalHash hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key.Secret.Span);
        // Each part with its length, so that no other parts give the same bytes.
        foreach (string part in (string[])[address.Platform, address.Chat, head])
        {
            byte[] bytes = Encoding.UTF8.GetBytes(part);
            byte[] length = new byte[sizeof(int)];
            BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }
        return Base64Url.EncodeToString(hash.GetHashAndReset().AsSpan(0, TagBytes));
    }

    [GeneratedRegex(@"^[0-9][a-z]:[0-9A-HJKMNP-TV-Z]{13}:(?!00)[0-9]{2}:\z", RegexOptions.None, 1000)]
    private static partial Regex Head { get; }

    [GeneratedRegex(
        @"^(?<head>[0-9][a-z]:(?<subject>[0-9A-HJKMNP-TV-Z]{13}):(?<revision>(?!00)[0-9]{2}):)(?<tag>[A-Za-z0-9_-]{22})\z",
        RegexOptions.None,
        1000)]
    private static partial Regex Whole { get; }
}

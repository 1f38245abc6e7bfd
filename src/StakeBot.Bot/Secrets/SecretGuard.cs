using System.Text.RegularExpressions;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;

namespace StakeBot.Bot.Secrets;

/// <summary>
/// Knows texts that look like keys, tokens and seed phrases, before anything keeps or logs them. It rather refuses a text too many: whoever meant
/// something else types it again in other words, but a leaked key cannot be called back.
/// </summary>
public static partial class SecretGuard
{
    /// <summary>What stands in place of such a text wherever it would have been kept.</summary>
    public const string Placeholder = "(a text that looked like a secret was removed here)";

    private const int MostMilliseconds = 1000;

    /// <summary>Whether a text holds something that must not be in a chat.</summary>
    public static bool LooksLikeSecret(string text)
    {
        try
        {
            return text == Placeholder
                || NumeraiKey.IsMatch(text)
                || KeyPair.IsMatch(text)
                || TelegramToken.IsMatch(text)
                || DiscordToken.IsMatch(text)
                || PrivateKey.IsMatch(text)
                || SeedWords.AreIn(text)
                || SeedPhrase.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return true;
        }
    }

    /// <summary>The text as it may be kept.</summary>
    public static string Cleaned(string text) => LooksLikeSecret(text) ? Placeholder : text;

    /// <summary>What the sender is told.</summary>
    /// <param name="mode">The mode.</param>
    /// <param name="removed">Whether his message was taken away already.</param>
    public static Reply Refusal(ExecutionMode mode, bool removed = false) => new()
    {
        Kind = ReplyKind.Refusal,
        Mode = mode,
        Title = "That looked like a secret",
        Lines =
        [
            $"I did not read it, keep it or pass it on. {(removed ? "I removed it here, but treat" : "Delete your message, and treat")} the secret as leaked: revoke it where it was made (a Numerai key: numer.ai, Account settings, Automation).",
            "Secrets never belong in chat. /link start says how to give me a key.",
            "Nothing was changed.",
        ],
        Buttons = [new Button("Link a key", "/link start")],
    };

    // Numerai's public ids have 32 and its secrets 64 of these; a run that is longer is none the better.
    [GeneratedRegex("(?<![A-Za-z0-9])(?=[0-9]*[A-Z])[A-Z0-9]{32,}(?![A-Za-z0-9])", RegexOptions.CultureInvariant, MostMilliseconds)]
    private static partial Regex NumeraiKey { get; }

    [GeneratedRegex(@"[A-Z0-9]{16,}\$[A-Z0-9]{16,}", RegexOptions.CultureInvariant, MostMilliseconds)]
    private static partial Regex KeyPair { get; }

    [GeneratedRegex("(?<![0-9])[0-9]{6,12}:[A-Za-z0-9_-]{30,}", RegexOptions.CultureInvariant, MostMilliseconds)]
    private static partial Regex TelegramToken { get; }

    [GeneratedRegex(@"(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{23,30}\.[A-Za-z0-9_-]{6,7}\.[A-Za-z0-9_-]{27,}", RegexOptions.CultureInvariant, MostMilliseconds)]
    private static partial Regex DiscordToken { get; }

    [GeneratedRegex("(?<![A-Za-z0-9])(0x)?[0-9A-Fa-f]{64}(?![A-Za-z0-9])", RegexOptions.CultureInvariant, MostMilliseconds)]
    private static partial Regex PrivateKey { get; }

    // Phrases of other lists and languages: twelve words or more of three to eight lower case letters, with or without numbers before them.
    [GeneratedRegex(@"(?<![^\s])(?:[0-9]{1,2}[.):]?\s+)?[a-z]{3,8}(?:\s+(?:[0-9]{1,2}[.):]?\s+)?[a-z]{3,8}){11,}(?![^\s])", RegexOptions.CultureInvariant, MostMilliseconds)]
    private static partial Regex SeedPhrase { get; }
}

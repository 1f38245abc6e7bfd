using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Linking;

namespace StakeBot.Bot.Features.Link;

internal static class LinkReply
{
    private static readonly Button[] Next = [new("Show keys", "/link status"), new("Link a reading key", "/link start reading"), new("Link a staking key", "/link start staking")];

    public static Reply Status(ExecutionMode mode, IReadOnlyList<LinkedKey> keys) => new()
    {
        Mode = mode,
        Title = keys.Count == 0 ? "No key is linked" : $"Linked to {PlainText.Name(keys[0].Username)}",
        Lines =
        [
            .. keys.Select(key => $"• {key.Use.Word} key {key.Masked}, since {ChatTime.Mark(key.Since)}. Scopes: {string.Join(", ", key.Scopes)}. Stored encrypted."),
            Staking(keys),
            "Keys are given on a page of this bot or on its console, never in a chat.",
        ],
        Buttons = Next,
    };

    public static Reply Start(ExecutionMode mode, KeyUse use, Uri? address, LinkTicket? ticket) => new()
    {
        Mode = mode,
        Title = $"I need a Numerai key for {use.Word}. Do not paste it here.",
        Lines =
        [
            "numer.ai → Account settings → Automation → create a key.",
            use == KeyUse.Reading
                ? "It needs \"view user info\" and \"view historical submission info\", for Atomic tournaments also \"manage web3 staking\", and nothing else."
                : "It needs \"make stakes\" and nothing else. It is kept apart from the reading key.",
            .. address is null || ticket is null
                ? Array.Empty<string>()
                : [
                    $"Open on the machine that I run on (one use, until {ChatTime.Mark(ticket.Ends)}): {address}",
                    $"The page shows the words \"{ticket.Words}\". If it shows others, close it.",
                ],
            $"{(address is null ? "On the server" : "Or on the server")}, while the bot is stopped: stakebot link{(use == KeyUse.Staking ? " --staking" : "")}",
        ],
        Buttons = [new Button("Show keys", "/link status")],
    };

    public static Reply Revoked(ExecutionMode mode, KeyUse use, LinkedKey? key) => key is null ? NothingToRevoke(mode, use) : new()
    {
        Mode = mode,
        Title = $"The {use.Word} key {key.Masked} is forgotten",
        Lines = ["I can no longer use it. At Numerai it lives on: delete it at numer.ai → Account settings → Automation."],
        Buttons = Next,
    };

    public static Reply NothingToRevoke(ExecutionMode mode, KeyUse use) =>
        Refused(mode, $"No {use.Word} key is linked, or somebody changed it at this moment.");

    public static Reply NotHere(ExecutionMode mode) =>
        Refused(mode, "Keys are not talked about where others read. Ask me in a private chat, or on the local page.");

    private static Reply Refused(ExecutionMode mode, string reason) => new()
    {
        Kind = ReplyKind.Refusal,
        Mode = mode,
        Title = "Keys stay as they are",
        Lines = [reason, "Nothing was changed."],
        Buttons = Next,
    };

    private static string Staking(IReadOnlyList<LinkedKey> keys) => keys.Any(key => key.Use == KeyUse.Staking)
        ? "Staking: possible in Legacy tournaments, after a confirmation. Atomic settings are set by your wallet, never by a key."
        : "Staking: not possible. Add a staking key to enable it for Legacy tournaments.";
}

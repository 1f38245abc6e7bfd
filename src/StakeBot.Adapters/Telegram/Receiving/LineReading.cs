using StakeBot.Bot.Chat;
using StakeBot.Bot.Commands;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Secrets;
using Telegram.Bot.Types;

namespace StakeBot.Adapters.Telegram.Receiving;

/// <summary>Reads typed lines: what they are in a private conversation, and what of a group's talk is meant for the bot.</summary>
internal sealed class LineReading(CommandCatalogue catalogue, BotMode mode)
{
    /// <returns>Null when it is not for the bot.</returns>
    public Incoming? Read(ChatMessage typed, Message? answered, BotAccount me)
    {
        // Whatever it is, a secret has to go, and its sender has to know.
        if (SecretGuard.LooksLikeSecret(typed.Text))
            return new Incoming.Said(typed);
        ChatMessage line = Completed(typed, answered, me);
        return line.IsPrivate ? new Incoming.Said(line) : InGroup(line, me);
    }

    private Incoming? InGroup(ChatMessage line, BotAccount me)
    {
        if (CommandLine.NameOf(line.Text) is not { } name)
            return null;
        string? meant = CommandLine.BotOf(line.Text);
        bool isForMe = meant is null ? catalogue.Find(name) is not null : meant.Equals(me.Name, StringComparison.OrdinalIgnoreCase);
        if (!isForMe)
            return null;
        return GroupCommands.Allow(name) || catalogue.Find(name) is null ? new Incoming.Said(line) : new Incoming.Turned(line, InPrivate(name, me));
    }

    private static ChatMessage Completed(ChatMessage typed, Message? answered, BotAccount me) =>
        answered is { From.Id: var author, Text: { } asked } && author == me.Id && !typed.Text.StartsWith('/') && Prompt.CommandOf(asked) is { } command
            ? typed with { Text = $"{command} {typed.Text}" }
            : typed;

    private Reply InPrivate(string name, BotAccount me) => new()
    {
        Kind = ReplyKind.Refusal,
        Mode = mode.Value,
        Title = $"/{name.ToLowerInvariant()} is for a private conversation",
        Lines = [$"Others read this group. Ask me at {me.Link()}.", "Nothing was changed."],
    };
}

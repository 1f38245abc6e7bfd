using StakeBot.Adapters.Telegram.Rendering;
using StakeBot.Adapters.Telegram.Sending;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace StakeBot.Adapters.Telegram;

/// <summary>
/// What a presser is told, he alone. Telegram takes one word on a press, and that was the acknowledgement; so he gets a message: in his private
/// conversation, or, if he has none with the bot, the hint that he should open one, which says nothing of the outcome to others.
/// </summary>
internal sealed class PressAnswers(PartSender parts, Sender sender, BotIdentity identity, TapSeal seal, BotMode mode)
{
    public async Task TellAsync(ChatMessage press, TapAnswer answer, CancellationToken ct)
    {
        List<MessagePart> told = answer.Toast is { } toast ? [new MessagePart(TextParts.Html([TextLine.Of($"[{mode.Value.Badge}] {toast}")]))] : [];
        if (answer.Reply is { } reply)
            told.AddRange(ReplyParts.Of(reply, null, Private(press), seal));
        if (await TellAsync(press, told, ct) && answer.Asks is { } button)
            await AskAsync(press, button, ct);
    }

    /// <summary>Tells him that his press came too late for anything to be done about it.</summary>
    public Task TooLateAsync(ChatMessage press, CancellationToken ct)
    {
        Reply reply = new()
        {
            Kind = ReplyKind.Refusal,
            Mode = mode.Value,
            Title = "I was offline when you tapped",
            Lines = ["Nothing was changed."],
            Buttons = press.Pressed is null ? [new Button("Show status", "/status")] : [new Button("Review again", "/proposals")],
        };
        return TellAsync(press, ReplyParts.Of(reply, null, Private(press), seal), ct);
    }

    private async Task<bool> TellAsync(ChatMessage press, IReadOnlyList<MessagePart> told, CancellationToken ct)
    {
        TelegramAddress to = TelegramAddress.Of(Private(press));
        int? behind = Private(press) == press.Address ? TelegramEvent.Read(press.MessageId).Message : null;
        try
        {
            foreach (MessagePart part in told)
                await parts.SendAsync(to, part, behind, insist: true, ct);
            return true;
        }
        catch (ConversationGoneException) when (behind is null)
        {
            await HintAsync(press, ct);
            return false;
        }
        catch (ConversationGoneException)
        {
            return false;
        }
    }

    private async Task HintAsync(ChatMessage press, CancellationToken ct)
    {
        string link = identity.Known is { IsCompletedSuccessfully: true } known ? (await known).Link() : "a private conversation with me";
        MessagePart hint = new(TextParts.Html([TextLine.Of($"[{mode.Value.Badge}] {press.Sender.DisplayName}: I answer taps in private. Open {link} and press Start.")]));
        try
        {
            await parts.SendAsync(TelegramAddress.Of(press.Address), hint, TelegramEvent.Read(press.MessageId).Message, insist: false, ct);
        }
        catch (Exception fault) when (fault is ConversationGoneException or ChatMigratedException)
        {
        }
    }

    private async Task AskAsync(ChatMessage press, Button button, CancellationToken ct)
    {
        TelegramAddress to = TelegramAddress.Of(Private(press));
        ForceReplyMarkup answer = new() { Selective = true };
        await sender.InsistAsync<Message>(
            to.Chat, (bot, _, stop) => bot.SendMessage(to.Chat, Prompt.Html(button, mode.Value.Badge), ParseMode.Html, replyMarkup: answer, messageThreadId: to.Topic, cancellationToken: stop), ct);
    }

    // A person's conversation with the bot has his own id.
    private static ChatAddress Private(ChatMessage press) => press.IsPrivate ? press.Address : new ChatAddress(TelegramAddress.Platform, press.Sender.Id);
}

using System.Globalization;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;
using StakeBot.Bot.People;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace StakeBot.Adapters.Telegram.Receiving;

/// <summary>Reads updates; does nothing about them.</summary>
internal sealed class UpdateReading(LineReading lines, BotMode mode, TimeProvider time)
{
    private static readonly TimeSpan StillMeant = TimeSpan.FromMinutes(10);
    private static readonly Incoming.Nothing Nothing = new();

    public Incoming Read(Update update, BotAccount me) => update switch
    {
        { Message: { } message } => Read(update, message, me),
        { CallbackQuery: { } query } => Read(update, query),
        { MyChatMember: { } change } => Read(change),
        _ => Nothing,
    };

    private Incoming Read(Update update, Message message, BotAccount me)
    {
        // An anonymous administrator or a channel is nobody whose role could be known.
        if (message is not { From: { IsBot: false } from, SenderChat: null } || message.IsServiceMessage)
            return Nothing;
        Chat chat = message.Chat;
        TelegramAddress where = new(chat.Id, message.IsTopicMessage ? message.MessageThreadId : null);
        ChatMessage typed = new(where.Address, Sender(from), message.Text ?? message.Caption ?? "", new TelegramEvent(update.Id, message.Id, null, false).Id)
        {
            IsPrivate = chat.Type == ChatType.Private,
        };
        if (lines.Read(typed, message.ReplyToMessage, me) is not { } read)
            return Nothing;
        return read is Incoming.Said && time.GetUtcNow() - message.Date > StillMeant ? new Incoming.Turned(typed, Offline()) : read;
    }

    private static Incoming Read(Update update, CallbackQuery query)
    {
        if (query is not { Message: { } on, Data: { Length: > 0 } data })
            return Nothing;
        ChatAddress address = new TelegramAddress(on.Chat.Id, on.IsTopicMessage ? on.MessageThreadId : null).Address;
        ChatMessage press = new(address, Sender(query.From), data, new TelegramEvent(update.Id, on.Id, query.Id, false).Id)
        {
            IsPrivate = on.Chat.Type == ChatType.Private,
        };
        return PlainData.IsPlain(data)
            ? new Incoming.Pressed(press, PlainData.CommandOf(data, on) is { } command ? Command(press, command, PlainData.WantsTable(data)) : null)
            : new Incoming.Said(press with { Pressed = new MessageRef(address, on.Id.ToString(CultureInfo.InvariantCulture)) });
    }

    private static ChatMessage Command(ChatMessage press, string command, bool wantsTable) => press with
    {
        Text = command,
        MessageId = (TelegramEvent.Read(press.MessageId) with { Query = null, WantsTable = wantsTable }).Id,
        // The press was taken durably already.
        MayComeAgain = false,
    };

    private static Incoming Read(ChatMemberUpdated change)
    {
        if (change.NewChatMember.Status is not (ChatMemberStatus.Kicked or ChatMemberStatus.Left))
            return Nothing;
        return new Incoming.Lost(Sender(change.From), change.Chat.Type == ChatType.Private ? null : change.Chat.Title ?? "");
    }

    private static PlatformIdentity Sender(User user) => new(
        TelegramAddress.Platform, user.Id.ToString(CultureInfo.InvariantCulture), $"{user.FirstName} {user.LastName}".TrimEnd());

    private Reply Offline() => new()
    {
        Kind = ReplyKind.Refusal,
        Mode = mode.Value,
        Title = "I was offline",
        Lines = ["You wrote more than 10 minutes ago, and may not mean it any more. Please repeat it.", "Nothing was changed."],
    };
}

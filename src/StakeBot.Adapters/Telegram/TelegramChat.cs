using Microsoft.Extensions.Logging;
using StakeBot.Adapters.Telegram.Rendering;
using StakeBot.Adapters.Telegram.Sending;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Commands;
using StakeBot.Bot.Secrets;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types.Enums;

namespace StakeBot.Adapters.Telegram;

/// <summary>The way out to Telegram.</summary>
internal sealed class TelegramChat(PartSender parts, Sender sender, PressAnswers presses, TapSeal seal, CommandCatalogue catalogue, ILogger<TelegramChat> logger) : IChat
{
    private const int AcknowledgeTries = 3;

    public string Platform => TelegramAddress.Platform;

    public Task<MessageRef?> SendAsync(ChatAddress address, Reply reply, CancellationToken ct) => ShowAsync(address, reply, null, null, insist: false, ct);

    public async Task<MessageRef?> AnswerAsync(ChatMessage question, Reply reply, CancellationToken ct)
    {
        TelegramEvent asked = TelegramEvent.Read(question.MessageId);
        bool removed = question.Text == SecretGuard.Placeholder && await TryDeleteAsync(new MessageRef(question.Address, $"{asked.Message}"), ct);
        if (reply.Unsaid)
            return null;
        // In a private conversation it is plain what is answered.
        int? behind = question.IsPrivate || removed ? null : asked.Message;
        Reply said = removed ? SecretGuard.Refusal(reply.Mode, removed) : asked.WantsTable ? ReplyParts.TableOf(reply) : reply;
        return await ShowAsync(question.Address, said, TableCommand(question, reply), behind, insist: true, ct);
    }

    public async Task<bool> EditAsync(MessageRef message, Reply reply, CancellationToken ct)
    {
        try
        {
            return int.TryParse(message.MessageId, out int id)
                && await parts.EditAsync(TelegramAddress.Of(message.Address), id, most => ReplyParts.Single(reply, message.Address, seal, most), ct);
        }
        catch (Exception gone) when (gone is ConversationGoneException or ChatMigratedException)
        {
            return false;
        }
    }

    public async Task<bool> TryDeleteAsync(MessageRef message, CancellationToken ct)
    {
        try
        {
            await sender.CallAsync<object?>(async bot =>
            {
                await bot.DeleteMessage(TelegramAddress.Of(message.Address).Chat, int.Parse(message.MessageId), ct);
                return null;
            });
            return true;
        }
        catch (Exception fault) when (fault is ApiRequestException or ChatUnavailableException)
        {
            return false;
        }
    }

    public async Task<bool> AcknowledgeAsync(ChatMessage press, CancellationToken ct)
    {
        string query = TelegramEvent.Read(press.MessageId).Query ?? throw new ArgumentException("This message is not a press.", nameof(press));
        for (int tries = 1; ; tries++)
        {
            try
            {
                await sender.CallAsync<object?>(async bot =>
                {
                    await bot.AnswerCallbackQuery(query, press.Pressed is null ? null : "Checking…", cancellationToken: ct);
                    return null;
                });
                return true;
            }
            catch (ApiRequestException fault) when (Fault.KindOf(fault) == FaultKind.TooOld)
            {
                await presses.TooLateAsync(press, ct);
                return false;
            }
            // An acknowledgement that did arrive is refused the second time: then nothing happens, and the presser is told.
            catch (ChatUnavailableException) when (tries < AcknowledgeTries)
            {
            }
        }
    }

    public Task AnswerPressAsync(ChatMessage press, TapAnswer answer, CancellationToken ct) => presses.TellAsync(press, answer, ct);

    // Whether it is shown is nobody's business: an answer never fails for want of it.
    public async Task ShowTypingAsync(ChatAddress address, CancellationToken ct)
    {
        try
        {
            TelegramAddress to = TelegramAddress.Of(address);
            await sender.CallAsync<object?>(async bot =>
            {
                await bot.SendChatAction(to.Chat, ChatAction.Typing, to.Topic, cancellationToken: ct);
                return null;
            }).WaitAsync(TimeSpan.FromSeconds(3), ct);
        }
        catch (Exception fault) when (fault is RequestException or ChatUnavailableException or TimeoutException)
        {
        }
    }

    private async Task<MessageRef?> ShowAsync(ChatAddress address, Reply reply, string? table, int? behind, bool insist, CancellationToken ct)
    {
        try
        {
            TelegramAddress to = TelegramAddress.Of(address);
            int? shown = null;
            foreach (MessagePart part in ReplyParts.Of(reply, table, address, seal))
            {
                int id = await parts.SendAsync(to, part, shown is null ? behind : null, insist, ct);
                if (part.Document is null || shown is null)
                    shown = id;
            }
            return new MessageRef(address, $"{shown}");
        }
        catch (ChatMigratedException migrated)
        {
            // Sealed for the new id, because that is where they will be pressed.
            return await ShowAsync((TelegramAddress.Of(address) with { Chat = migrated.To }).Address, reply, table, null, insist, ct);
        }
        catch (ConversationGoneException)
        {
            return null;
        }
        catch (ApiRequestException refused)
        {
            TelegramLog.MessageRefused(logger, refused, address.Chat);
            throw;
        }
    }

    // The numbers are within reach where the question can be asked again without doing anything.
    private string? TableCommand(ChatMessage question, Reply reply) =>
        reply.Kind == ReplyKind.Answer && CommandLine.NameOf(question.Text) is { } name && catalogue.Find(name) is { Spec.Topic: CommandTopic.Look } ? question.Text : null;
}

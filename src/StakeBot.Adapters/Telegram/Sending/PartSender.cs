using Microsoft.Extensions.Logging;
using StakeBot.Adapters.Telegram.Rendering;
using StakeBot.Bot.Chat;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Document = StakeBot.Bot.Chat.Document;

namespace StakeBot.Adapters.Telegram.Sending;

/// <summary>Sends one message of a reply, or puts a shown one in its place.</summary>
internal sealed class PartSender(Sender sender, FileIds files, ShownTexts shown, ILogger<PartSender> logger)
{
    private const string Again = "\n(repeated)";

    private static readonly LinkPreviewOptions NoPreview = new() { IsDisabled = true };

    /// <summary>Sends it.</summary>
    /// <param name="to">Where.</param>
    /// <param name="part">What.</param>
    /// <param name="behind">The message that it answers; null for none.</param>
    /// <param name="insist">Whether somebody waits for it.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <returns>The id of the message.</returns>
    public async Task<int> SendAsync(TelegramAddress to, MessagePart part, int? behind, bool insist, CancellationToken ct)
    {
        try
        {
            int message = await SendAsync(to, part, behind, ParseMode.Html, insist, ct);
            shown.Note(to.Chat, message, part);
            return message;
        }
        catch (ApiRequestException fault) when (Fault.KindOf(fault) == FaultKind.Markup)
        {
            TelegramLog.MarkupRefused(logger, fault);
            return await SendAsync(to, Plain(part), behind, ParseMode.None, insist, ct);
        }
        catch (ApiRequestException fault) when (Fault.KindOf(fault) == FaultKind.File && part.Pictures.Count > 0)
        {
            foreach ((Picture picture, _) in part.Pictures)
                files.Forget(picture.Png.Span);
            return await SendAsync(to, part, behind, ParseMode.Html, insist, ct);
        }
    }

    /// <summary>Puts a text in the place of a shown one.</summary>
    /// <returns>False when the message is gone.</returns>
    public async Task<bool> EditAsync(TelegramAddress to, int message, Func<int, MessagePart> at, CancellationToken ct)
    {
        try
        {
            MessagePart text = at(TextParts.MessageLength);
            if (shown.Shows(to.Chat, message, text))
                return true;
            await sender.SendAsync(to.Chat, (bot, _, stop) => bot.EditMessageText(to.Chat, message, text.Html, ParseMode.Html, text.Keyboard, NoPreview, cancellationToken: stop), ct);
            shown.Note(to.Chat, message, text);
            return true;
        }
        catch (ApiRequestException fault) when (Fault.KindOf(fault) == FaultKind.HasNoText)
        {
            MessagePart caption = at(TextParts.CaptionLength);
            await sender.SendAsync(to.Chat, (bot, _, stop) => bot.EditMessageCaption(to.Chat, message, caption.Html, ParseMode.Html, caption.Keyboard, cancellationToken: stop), ct);
            return true;
        }
        catch (ApiRequestException fault) when (Fault.KindOf(fault) == FaultKind.NotModified)
        {
            return true;
        }
        catch (ApiRequestException fault) when (Fault.KindOf(fault) == FaultKind.MessageGone)
        {
            return false;
        }
    }

    private Task<int> SendAsync(TelegramAddress to, MessagePart part, int? behind, ParseMode mode, bool insist, CancellationToken ct)
    {
        // Whoever took his question back meanwhile gets the answer all the same.
        ReplyParameters? reply = behind is { } id ? new ReplyParameters { MessageId = id, AllowSendingWithoutReply = true } : null;
        SendRequest<int> request = part switch
        {
            { Pictures.Count: > 1 } => (bot, _, stop) => AlbumAsync(bot, to, part, reply, mode, stop),
            { Pictures: [var only] } => (bot, again, stop) => PhotoAsync(bot, to, part, only.Picture, again, reply, mode, stop),
            { Document: { } document } => (bot, again, stop) => DocumentAsync(bot, to, part, document, again, reply, mode, stop),
            _ => async (bot, again, stop) => (await bot.SendMessage(to.Chat, Text(part, again), mode, reply, part.Keyboard, NoPreview, to.Topic, cancellationToken: stop)).Id,
        };
        return insist ? sender.InsistAsync(to.Chat, request, ct) : sender.SendAsync(to.Chat, request, ct);
    }

    private async Task<int> PhotoAsync(
        ITelegramBotClient bot, TelegramAddress to, MessagePart part, Picture picture, bool again, ReplyParameters? reply, ParseMode mode, CancellationToken ct)
    {
        Message sent = await bot.SendPhoto(to.Chat, File(picture), Text(part, again), mode, reply, part.Keyboard, to.Topic, cancellationToken: ct);
        Note(picture, sent);
        return sent.Id;
    }

    private async Task<int> AlbumAsync(ITelegramBotClient bot, TelegramAddress to, MessagePart part, ReplyParameters? reply, ParseMode mode, CancellationToken ct)
    {
        IEnumerable<IAlbumInputMedia> media = part.Pictures.Select(one => new InputMediaPhoto(File(one.Picture)) { Caption = one.Caption, ParseMode = mode });
        Message[] sent = await bot.SendMediaGroup(to.Chat, media, reply, to.Topic, cancellationToken: ct);
        foreach (((Picture picture, _), Message message) in part.Pictures.Zip(sent))
            Note(picture, message);
        return sent[^1].Id;
    }

    private static async Task<int> DocumentAsync(
        ITelegramBotClient bot, TelegramAddress to, MessagePart part, Document document, bool again, ReplyParameters? reply, ParseMode mode, CancellationToken ct)
    {
        using MemoryStream bytes = new(document.Bytes.ToArray(), writable: false);
        return (await bot.SendDocument(to.Chat, InputFile.FromStream(bytes, document.FileName), Text(part, again), mode, reply, part.Keyboard, messageThreadId: to.Topic, cancellationToken: ct)).Id;
    }

    private InputFile File(Picture picture) => files.Find(picture.Png.Span) is { } id
        ? InputFile.FromFileId(id)
        : InputFile.FromStream(new MemoryStream(picture.Png.ToArray(), writable: false), picture.FileName);

    private void Note(Picture picture, Message sent)
    {
        if (sent.Photo is [.., { FileId: { } id }])
            files.Note(picture.Png.Span, id);
    }

    private static string Text(MessagePart part, bool again) => again ? part.Html + Again : part.Html;

    private static MessagePart Plain(MessagePart part) =>
        part with { Html = PlainMarkup.Of(part.Html), Pictures = [.. part.Pictures.Select(one => (one.Picture, PlainMarkup.Of(one.Caption)))] };
}

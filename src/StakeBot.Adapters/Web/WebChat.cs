using System.Text.Json;
using Microsoft.Extensions.Logging;
using StakeBot.Adapters.Web.Access;
using StakeBot.Adapters.Web.Conversation;
using StakeBot.Bot.Chat;

namespace StakeBot.Adapters.Web;

/// <summary>The way out to the open pages. Never waits for one: a page that is slow or gone is none of the bot's business.</summary>
internal sealed class WebChat(WebSessions sessions, PictureStore pictures, TapSeal seal, TimeProvider time, ILogger<WebChat> logger) : IChat
{
    public const string Name = "web";

    public string Platform => Name;

    public Task<MessageRef?> SendAsync(ChatAddress address, Reply reply, CancellationToken ct)
    {
        if (sessions.Find(address.Chat) is not { } session)
        {
            WebLog.ReplyDropped(logger, address.Chat);
            return Task.FromResult<MessageRef?>(null);
        }
        MessageRef where = new(session.Address, session.NewMessageId());
        session.Reply(where.MessageId, Json(reply, where, edited: false));
        return Task.FromResult<MessageRef?>(where);
    }

    public Task<bool> EditAsync(MessageRef message, Reply reply, CancellationToken ct) =>
        Task.FromResult(sessions.Find(message.Address.Chat) is { } session && session.Edit(message.MessageId, Json(reply, message, edited: true)));

    // A press came in on a request that is being answered: nothing older can arrive.
    public Task<bool> AcknowledgeAsync(ChatMessage press, CancellationToken ct) => Task.FromResult(sessions.Find(press.Address.Chat) is not null);

    // A session is one person's: whatever is said in it is said to the presser alone.
    public async Task AnswerPressAsync(ChatMessage press, TapAnswer answer, CancellationToken ct)
    {
        if (press.Pressed is not { } on)
            throw new ArgumentException("This message is not a press.", nameof(press));
        if (answer.Reply is { } reply)
            await SendAsync(press.Address, reply, ct);
        ToastMessage toast = new(on.MessageId, answer.Toast);
        sessions.Find(press.Address.Chat)?.Tell(new ChatEvent(ChatEvent.Told, JsonSerializer.Serialize(toast, WebJson.Default.ToastMessage)));
    }

    public Task ShowTypingAsync(ChatAddress address, CancellationToken ct)
    {
        sessions.Find(address.Chat)?.Tell(ChatEvent.Typing);
        return Task.CompletedTask;
    }

    private string Json(Reply reply, MessageRef where, bool edited) =>
        JsonSerializer.Serialize(ReplyMessage.Of(reply, where, edited, Keep(reply), seal, time.GetUtcNow()), WebJson.Default.ReplyMessage);

    private PictureMessage[] Keep(Reply reply) => [.. reply.Pictures.Select(picture =>
    {
        (int Width, int Height)? size = PngSize.Of(picture.Png.Span);
        return new PictureMessage($"/pictures/{pictures.Add(picture.Png)}.png", picture.AltText, size?.Width, size?.Height);
    })];
}

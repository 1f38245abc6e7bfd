using System.Text.Json;
using Microsoft.Extensions.Logging;
using StakeBot.Adapters.Web.Access;
using StakeBot.Adapters.Web.Conversation;
using StakeBot.Bot.Chat;

namespace StakeBot.Adapters.Web;

/// <summary>The way out to the open pages. Never waits for one: a page that is slow or gone is none of the bot's business.</summary>
internal sealed class WebChat(WebSessions sessions, PictureStore pictures, DocumentStore documents, TapSeal seal, TimeProvider time, ILogger<WebChat> logger) : IChat
{
    public const string Name = "web";

    public string Platform => Name;

    public Task<MessageRef?> SendAsync(ChatAddress address, Reply reply, CancellationToken ct)
    {
        if (address == ChatAddress.LocalPage)
            return Task.FromResult<MessageRef?>(Post(reply));
        if (sessions.Find(address.Chat) is not { } session)
        {
            WebLog.ReplyDropped(logger, address.Chat);
            return Task.FromResult<MessageRef?>(null);
        }
        MessageRef where = new(session.Address, session.NewMessageId());
        session.Reply(where.MessageId, Json(reply, where, edited: false));
        return Task.FromResult<MessageRef?>(where);
    }

    public Task<bool> EditAsync(MessageRef message, Reply reply, CancellationToken ct)
    {
        string json = Json(reply, message, edited: true);
        return Task.FromResult(message.Address == ChatAddress.LocalPage
            ? sessions.EditPosted(message.MessageId, json)
            : sessions.Find(message.Address.Chat) is { } session && session.Edit(message.MessageId, json));
    }

    // A press came in on a request that is being answered: nothing older can arrive.
    public Task<bool> AcknowledgeAsync(ChatMessage press, CancellationToken ct) => Task.FromResult(Audience(press.Address).Count > 0);

    // All sessions are those of one person: whatever is said in them is said to the presser alone.
    public async Task AnswerPressAsync(ChatMessage press, TapAnswer answer, CancellationToken ct)
    {
        if (press.Pressed is not { } on)
            throw new ArgumentException("This message is not a press.", nameof(press));
        if (answer.Reply is { } reply)
            await SendAsync(press.Address, reply, ct);
        Tell(press.Address, new ChatEvent(ChatEvent.Told, JsonSerializer.Serialize(new ToastMessage(on.MessageId, answer.Toast), WebJson.Default.ToastMessage)));
    }

    public Task ShowTypingAsync(ChatAddress address, CancellationToken ct)
    {
        Tell(address, ChatEvent.Typing);
        return Task.CompletedTask;
    }

    // Kept in memory only: while nobody looks it stays where it is kept better.
    private MessageRef Post(Reply reply)
    {
        if (!sessions.AnyPageOpen())
            throw new ChatUnavailableException("No page of the local chat is open.");
        return new MessageRef(
            ChatAddress.LocalPage,
            sessions.Post(id => Json(reply, new MessageRef(ChatAddress.LocalPage, id), edited: false)));
    }

    private void Tell(ChatAddress address, ChatEvent passing)
    {
        foreach (WebSession session in Audience(address))
            session.Tell(passing);
    }

    private IReadOnlyList<WebSession> Audience(ChatAddress address) =>
        address == ChatAddress.LocalPage ? sessions.All() : sessions.Find(address.Chat) is { } session ? [session] : [];

    private string Json(Reply reply, MessageRef where, bool edited) =>
        JsonSerializer.Serialize(ReplyMessage.Of(reply, where, edited, Keep(reply), KeepDocuments(reply), seal, time.GetUtcNow()), WebJson.Default.ReplyMessage);

    private PictureMessage[] Keep(Reply reply) => [.. reply.Pictures.Select(picture =>
    {
        (int Width, int Height)? size = PngSize.Of(picture.Png.Span);
        return new PictureMessage($"/pictures/{pictures.Add(picture.Png)}.png", picture.AltText, size?.Width, size?.Height);
    })];

    private DocumentMessage[] KeepDocuments(Reply reply) =>
        [.. reply.Documents.Select(document => new DocumentMessage($"/documents/{documents.Add(document)}", document.FileName, document.Bytes.Length))];
}

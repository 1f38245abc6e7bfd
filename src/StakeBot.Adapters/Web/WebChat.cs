using System.Text.Json;
using Microsoft.Extensions.Logging;
using StakeBot.Adapters.Web.Access;
using StakeBot.Adapters.Web.Conversation;
using StakeBot.Bot.Chat;

namespace StakeBot.Adapters.Web;

/// <summary>The way out to the open pages. Never waits for one: a page that is slow or gone is none of the bot's business.</summary>
internal sealed class WebChat(WebSessions sessions, PictureStore pictures, TimeProvider time, ILogger<WebChat> logger) : IChat
{
    public const string Name = "web";

    public string Platform => Name;

    public Task SendAsync(ChatAddress address, Reply reply, CancellationToken ct)
    {
        if (sessions.Find(address.Chat) is { } session)
            session.Reply(JsonSerializer.Serialize(ReplyMessage.Of(reply, Keep(reply), time.GetUtcNow()), WebJson.Default.ReplyMessage));
        else
            WebLog.ReplyDropped(logger, address.Chat);
        return Task.CompletedTask;
    }

    public Task ShowTypingAsync(ChatAddress address, CancellationToken ct)
    {
        sessions.Find(address.Chat)?.Tell(ChatEvent.Typing);
        return Task.CompletedTask;
    }

    private PictureMessage[] Keep(Reply reply) => [.. reply.Pictures.Select(picture =>
    {
        (int Width, int Height)? size = PngSize.Of(picture.Png.Span);
        return new PictureMessage($"/pictures/{pictures.Add(picture.Png)}.png", picture.AltText, size?.Width, size?.Height);
    })];
}

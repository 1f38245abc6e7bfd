using System.Globalization;
using System.Net.ServerSentEvents;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using StakeBot.Adapters.Web.Conversation;
using StakeBot.Bot.Chat;

namespace StakeBot.Adapters.Web.Endpoints;

/// <summary>The stream of what happens in the conversation: first what the page has missed, then everything as it comes.</summary>
internal static class EventsEndpoint
{
    private const string Greeting = "/start";
    private const string GreetingId = "greeting";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/events", FollowAsync);

    private static async Task<IResult> FollowAsync(HttpContext http, Inbox inbox, IHostApplicationLifetime lifetime)
    {
        WebSession session = http.Features.GetRequiredFeature<WebSession>();
        if (session.TakeGreeting())
            await inbox.PostAsync(new ChatMessage(session.Address, WebSession.Owner, Greeting, GreetingId) { MayComeAgain = false }, lifetime.ApplicationStopping);
        return TypedResults.ServerSentEvents(Events(session, http, lifetime));
    }

    private static async IAsyncEnumerable<SseItem<string>> Events(WebSession session, HttpContext http, IHostApplicationLifetime lifetime)
    {
        EventStream stream = session.Follow(Seen(http.Request), http.Abort);
        // A page that leaves and a bot that stops are no errors: the stream just ends.
        using CancellationTokenRegistration left = http.RequestAborted.Register(stream.End);
        using CancellationTokenRegistration stopped = lifetime.ApplicationStopping.Register(stream.End);
        try
        {
            await foreach (SseItem<string> item in stream.ReadAsync())
                yield return item;
        }
        finally
        {
            session.Leave(stream);
        }
    }

    private static long? Seen(HttpRequest request) =>
        long.TryParse(request.Headers["Last-Event-ID"].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out long seen) ? seen : null;
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using StakeBot.Adapters.Web.Access;
using StakeBot.Adapters.Web.Conversation;

namespace StakeBot.Adapters.Web.Endpoints;

/// <summary>The front door: exchanges the token of the printed address for a cookie, and shows the chat to whoever has one.</summary>
internal static class DoorEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/", Enter);

    private static IResult Enter(HttpContext http, WebSessions sessions, WebAddress address, ILogger<WebAddress> logger)
    {
        string? token = http.Features.Get<OfferedToken>()?.Value;
        bool known = sessions.Of(http) is not null;
        if (IsOnlyAhead(http.Request))
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        if (token is null)
            return known ? PageFiles.Page("index.html") : Stranger(http.Request);
        // Whoever opens an old address again, in a browser that was let in, simply comes home.
        if (!address.Use(token) && !known)
        {
            WebLog.TurnedAway(logger);
            return PageFiles.Page("locked.html", StatusCodes.Status403Forbidden);
        }
        if (!known)
            LetIn(http, sessions, logger);
        http.Response.Headers.Location = "/";
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static void LetIn(HttpContext http, WebSessions sessions, ILogger logger)
    {
        (WebSession session, string secret) = sessions.Open();
        SessionCookie.Write(http, secret);
        WebLog.LetIn(logger, session.Id);
    }

    // A browser that loads a page ahead of the person would use the token up before he comes.
    private static bool IsOnlyAhead(HttpRequest request) => request.Headers["Sec-Purpose"].ToString().Contains("prefetch", StringComparison.OrdinalIgnoreCase);

    // Followed from another page, say a terminal in the browser, even the redirect behind the door arrives without the cookie (it is
    // same-site strict). One hop from a page of our own brings it along.
    private static IResult Stranger(HttpRequest request) => request.Headers["Sec-Fetch-Site"] == "cross-site"
        ? PageFiles.Page("hop.html")
        : PageFiles.Page("locked.html", StatusCodes.Status403Forbidden);
}

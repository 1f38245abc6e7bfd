using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using StakeBot.Adapters.Web.Conversation;
using StakeBot.Bot.Chat;

namespace StakeBot.Adapters.Web.Endpoints;

/// <summary>Stops what is being worked on in the conversation.</summary>
internal static class StopEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/stop", Stop);

    private static JsonHttpResult<StopResult> Stop(HttpContext http, RunningTurns turns)
    {
        WebSession session = http.Features.GetRequiredFeature<WebSession>();
        return TypedResults.Json(new StopResult(turns.Stop(session.Address)), WebJson.Default.StopResult);
    }
}

/// <summary>Whether there was something to stop.</summary>
internal sealed record StopResult(bool Stopped);

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace StakeBot.Adapters.Web.Endpoints;

/// <summary>Whether the process answers; for whatever watches over it.</summary>
internal static class HealthEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/healthz", () => TypedResults.Json(new Health("ok"), WebJson.Default.Health));
}

/// <summary>The answer.</summary>
internal sealed record Health(string Status);

using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using StakeBot.Bot.Ports;

namespace StakeBot.Adapters.Web.Endpoints;

/// <summary>Whether the process answers, and what of it is out of order; for whatever watches over it.</summary>
internal static class HealthEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/healthz", Show);

    // It stays a 200 while a part is out of order: starting the process again, which is what watchers do, would mend nothing and end what works.
    private static JsonHttpResult<Health> Show(IEnumerable<IHealth> parts)
    {
        string[] troubles = [.. parts.Select(part => part.Trouble).OfType<string>()];
        return TypedResults.Json(troubles.Length == 0 ? new Health("ok", null) : new Health("degraded", troubles), WebJson.Default.Health);
    }
}

/// <summary>The answer.</summary>
/// <param name="Troubles">What is out of order; left out when nothing is.</param>
internal sealed record Health(string Status, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Troubles);

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace StakeBot.Adapters.Web.Endpoints;

/// <summary>The pictures of the latest replies.</summary>
internal static class PicturesEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/pictures/{id}.png", Show);

    private static IResult Show(HttpContext http, string id, PictureStore pictures)
    {
        if (pictures.Find(id) is not { } png)
            return Problem.Of(StatusCodes.Status404NotFound, "This picture is no longer kept. Ask again for a fresh one.");
        http.Response.Headers.CacheControl = "private, max-age=31536000, immutable";
        return TypedResults.Bytes(png, "image/png");
    }
}

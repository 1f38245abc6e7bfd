using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace StakeBot.Adapters.Web.Endpoints;

/// <summary>The files of the latest replies, to be kept by whoever asked for them and by nothing on the way.</summary>
internal static class DocumentsEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/documents/{id}", Download);

    private static IResult Download(HttpContext http, string id, DocumentStore documents)
    {
        http.Response.Headers.CacheControl = "no-store";
        return documents.Find(id) is { } document
            ? TypedResults.Bytes(document.Bytes, document.MediaType, document.FileName)
            : Problem.Of(StatusCodes.Status404NotFound, "This file is no longer kept. Ask again for a fresh one.");
    }
}

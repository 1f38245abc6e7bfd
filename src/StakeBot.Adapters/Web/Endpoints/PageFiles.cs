using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace StakeBot.Adapters.Web.Endpoints;

/// <summary>The page's own files, which are part of the program. Only the scripts, styles and drawings are open to everybody.</summary>
internal static class PageFiles
{
    private const string Prefix = "StakeBot.Web.Page/";

    private static readonly FrozenDictionary<string, string> ContentTypes = new Dictionary<string, string>
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, PageFile> ByName = Load();

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/page/{name}", Serve);

    /// <summary>A whole page.</summary>
    public static IResult Page(string name, int status = StatusCodes.Status200OK) =>
        TypedResults.Text(ByName[name].Bytes, ByName[name].ContentType, status);

    private static IResult Serve(HttpContext http, string name)
    {
        if (!ByName.TryGetValue(name, out PageFile? file) || file.ContentType.StartsWith("text/html", StringComparison.Ordinal))
            return TypedResults.NotFound();
        http.Response.Headers.CacheControl = "no-cache";
        return TypedResults.Bytes(file.Bytes, file.ContentType, entityTag: file.Tag);
    }

    private static FrozenDictionary<string, PageFile> Load()
    {
        Assembly assembly = typeof(PageFiles).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(resource => resource.StartsWith(Prefix, StringComparison.Ordinal))
            .ToFrozenDictionary(resource => resource[Prefix.Length..], resource => Read(assembly, resource));
    }

    private static PageFile Read(Assembly assembly, string resource)
    {
        using Stream stream = assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"{resource} is missing.");
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        EntityTagHeaderValue tag = new($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}\"");
        return new PageFile(bytes, ContentTypes[Path.GetExtension(resource)], tag);
    }

    private sealed record PageFile(byte[] Bytes, string ContentType, EntityTagHeaderValue Tag);
}

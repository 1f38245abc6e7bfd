using Microsoft.AspNetCore.Http;

namespace StakeBot.Adapters.Web.Access;

/// <summary>What a browser is told about every answer, whatever it is.</summary>
internal static class SafeHeaders
{
    // No inline script or style, no other machine, no frame; and a script that would turn text into markup stops there (trusted types).
    private const string ContentPolicy =
        "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'none'; frame-ancestors 'none'; "
        + "require-trusted-types-for 'script'; trusted-types 'none'";

    public static void Set(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
    }
}

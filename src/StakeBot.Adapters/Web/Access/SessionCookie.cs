using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace StakeBot.Adapters.Web.Access;

/// <summary>The cookie by which a browser that was let in is known again.</summary>
internal static class SessionCookie
{
    public static string? Read(HttpContext http) => http.Request.Cookies[Name(http)];

    public static void Write(HttpContext http, string secret) => http.Response.Cookies.Append(Name(http), secret, new CookieOptions
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Path = "/",
        IsEssential = true,
    });

    // A browser keeps one set of cookies for all ports of a machine: without the port two bots would sign each other out.
    private static string Name(HttpContext http) => "stakebot-" + http.Connection.LocalPort.ToString(CultureInfo.InvariantCulture);
}

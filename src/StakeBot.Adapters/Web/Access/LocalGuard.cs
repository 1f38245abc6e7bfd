using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace StakeBot.Adapters.Web.Access;

/// <summary>
/// Turns away whatever does not come from this machine's own user at the printed address: other machines, pages of other sites that
/// post here, and names that were made to point here (DNS rebinding).
/// </summary>
internal sealed class LocalGuard(RequestDelegate next, IOptions<WebOptions> options)
{
    private readonly IPAddress _address = LoopbackAddressAttribute.Parse(options.Value.Address) ?? IPAddress.Loopback;

    public async Task InvokeAsync(HttpContext http)
    {
        SafeHeaders.Set(http.Response.Headers);
        if (Refusal(http) is not (int status, string reason))
        {
            await next(http);
            return;
        }
        http.Response.StatusCode = status;
        await http.Response.WriteAsync(reason, http.RequestAborted);
    }

    private (int Status, string Reason)? Refusal(HttpContext http)
    {
        if (http.Connection.LocalIpAddress is { } local && !IPAddress.IsLoopback(local))
            return (StatusCodes.Status403Forbidden, "The web chat answers only on the machine that it runs on.");
        if (!IsOwnHost(http.Request.Host, http.Connection.LocalPort))
            return (StatusCodes.Status421MisdirectedRequest, "The web chat is not served under this name. Open the address that StakeBot printed.");
        if (IsForeignPage(http.Request))
            return (StatusCodes.Status403Forbidden, "The request came from another page. Nothing was done.");
        return null;
    }

    private bool IsOwnHost(HostString host, int port)
    {
        if ((host.Port ?? 80) != port)
            return false;
        return string.Equals(host.Host, "localhost", StringComparison.OrdinalIgnoreCase)
            || IPAddress.TryParse(host.Host.Trim('[', ']'), out IPAddress? named) && named.Equals(_address);
    }

    private static bool IsForeignPage(HttpRequest request)
    {
        string site = request.Headers["Sec-Fetch-Site"].ToString();
        if (HttpMethods.IsGet(request.Method))
            // The door may be linked to from anywhere: its token is the proof. Nothing else is of use to another page.
            return request.Path != "/" && site is not ("" or "same-origin" or "none");
        string origin = request.Headers[HeaderNames.Origin].ToString();
        return site is not ("" or "same-origin")
            || !string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }
}

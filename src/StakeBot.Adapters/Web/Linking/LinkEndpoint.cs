using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using StakeBot.Adapters.Web.Access;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Linking;
using StakeBot.Bot.Ports;
using StakeBot.Bot.Ports.Secrets;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Bot.Secrets;
using BotSecret = StakeBot.Bot.Secrets.Secret;

namespace StakeBot.Adapters.Web.Linking;

/// <summary>The page on which a key is entered: shown and used only with an open ticket, which ends with the key's linking.</summary>
internal static class LinkEndpoint
{
    // The form may post to this page; everything else stays as strict as on every page.
    private const string ContentPolicy = "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'; frame-ancestors 'none'";
    private const long MostBytes = 8 * 1024;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(LinkPage.Path, Show);
        routes.MapPost(LinkPage.Path, PostAsync);
    }

    private static IResult Show(HttpContext http, LinkTickets tickets)
    {
        Loosen(http);
        return http.Features.Get<OfferedToken>() is { } offered && tickets.Find(offered.Value) is { } ticket
            ? LinkHtml.Form(ticket, null)
            : LinkHtml.Over();
    }

    private static async Task<IResult> PostAsync(HttpContext http, LinkTickets tickets, IServiceProvider services)
    {
        Loosen(http);
        http.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = MostBytes;
        if (!http.Request.HasFormContentType)
            return LinkHtml.Over();
        IFormCollection form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (tickets.Try(form[LinkHtml.TicketField].ToString()) is not { } ticket)
            return LinkHtml.Over();
        NumeraiKey key = new(form[LinkHtml.PublicField].ToString().Trim(), new BotSecret(form[LinkHtml.SecretField].ToString().Trim()));
        (LinkOutcome.Linked? linked, string? refusal) = await LinkAsync(services.GetService<KeyLinking>(), ticket, key, http.RequestAborted);
        if (linked is null)
            return LinkHtml.Form(ticket, refusal);
        tickets.End(ticket);
        bool isSimulated = services.GetService<BotMode>() is { Initial: ExecutionMode.Paper };
        return LinkHtml.Done(linked, isSimulated);
    }

    private static async Task<(LinkOutcome.Linked? Linked, string? Refusal)> LinkAsync(KeyLinking? linking, LinkTicket ticket, NumeraiKey key, CancellationToken ct)
    {
        if (linking is null)
            return (null, "This process has nowhere to keep a key.");
        try
        {
            return await linking.LinkAsync(ticket.Use, key, ticket.Actor, ct) switch
            {
                LinkOutcome.Linked linked => (linked, null),
                LinkOutcome.Refused refused => (null, refused.Reason),
                _ => throw new InvalidOperationException("A key is linked or refused."),
            };
        }
        catch (Exception fault) when (fault is NumeraiUnavailableException or SecretsUnavailableException or StoreUnavailableException)
        {
            return (null, fault.Message);
        }
    }

    private static void Loosen(HttpContext http)
    {
        http.Response.Headers.ContentSecurityPolicy = ContentPolicy;
        // With no referrer at all, browsers hide the origin of a posted form too, and the guard would take it for a foreign page's.
        http.Response.Headers["Referrer-Policy"] = "strict-origin";
    }
}

using Microsoft.AspNetCore.Http;

namespace StakeBot.Adapters.Web.Access;

/// <summary>Admits only browsers that were let in, and hands their session on as a feature of the request.</summary>
internal sealed class SessionFilter(WebSessions sessions) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (sessions.Of(context.HttpContext) is not { } session)
            return Problem.Of(StatusCodes.Status403Forbidden, "This browser has not been let in. Open the newest address that StakeBot printed on its console. Nothing was done.");
        context.HttpContext.Features.Set(session);
        return await next(context);
    }
}

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace StakeBot.Adapters.Web.Access;

/// <summary>
/// Takes the token out of a request's address before anything sees it. The server writes the whole address of every request to the log
/// before the first middleware runs, so this is the last place early enough.
/// </summary>
internal sealed class TokenHidingContextFactory(IServiceProvider services) : IHttpContextFactory
{
    private readonly DefaultHttpContextFactory _inner = new(services);

    public HttpContext Create(IFeatureCollection featureCollection)
    {
        IHttpRequestFeature request = featureCollection.GetRequiredFeature<IHttpRequestFeature>();
        if (request.QueryString.Length > 0 && QueryHelpers.ParseQuery(request.QueryString).TryGetValue(OfferedToken.Key, out StringValues tokens))
        {
            featureCollection.Set(new OfferedToken(tokens.ToString()));
            request.QueryString = "";
            request.RawTarget = request.Path;
        }
        return _inner.Create(featureCollection);
    }

    public void Dispose(HttpContext httpContext) => _inner.Dispose(httpContext);
}

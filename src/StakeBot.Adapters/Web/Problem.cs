using Microsoft.AspNetCore.Http;

namespace StakeBot.Adapters.Web;

/// <summary>A refused request, with a sentence for the person at the page.</summary>
internal sealed record Problem(string Error)
{
    public static IResult Of(int status, string sentence) =>
        TypedResults.Json(new Problem(sentence), WebJson.Default.Problem, statusCode: status);
}

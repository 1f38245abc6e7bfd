using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using StakeBot.Adapters.Web.Conversation;
using StakeBot.Bot.Commands.Completion;
using StakeBot.Bot.Secrets;

namespace StakeBot.Adapters.Web.Endpoints;

/// <summary>What the value of an option could be, while it is typed. Posted, so that what is typed is in no address.</summary>
internal static class SuggestionsEndpoint
{
    private const int LongestTyped = 200;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/suggestions", SuggestAsync);

    private static async Task<IResult> SuggestAsync(HttpContext http, ICompletion completion)
    {
        if (!http.Request.HasJsonContentType())
            return Problem.Of(StatusCodes.Status415UnsupportedMediaType, "The question is not JSON. Nothing was looked up.");
        (TypedValue? asked, IResult? unreadable) = await RequestBody.ReadAsync(http, WebJson.Default.TypedValue);
        if (asked is null)
            return unreadable!;
        if (asked.Command.Length > LongestTyped || asked.Option.Length > LongestTyped || asked.Typed.Length > LongestTyped)
            return Problem.Of(StatusCodes.Status400BadRequest, $"What is typed is longer than {LongestTyped} characters. Nothing was looked up.");
        IReadOnlyList<Suggestion> found = SecretGuard.LooksLikeSecret(asked.Typed)
            ? []
            : await completion.SuggestAsync(new CompletionRequest(WebSession.Owner, asked.Command, asked.Option, asked.Typed), http.RequestAborted);
        return TypedResults.Json<IReadOnlyList<OfferedValue>>(
            [.. found.Where(CanBeTyped).Take(ICompletion.Most).Select(one => new OfferedValue(one.Value, one.Label))], WebJson.Default.IReadOnlyListOfferedValue);
    }

    // Quotes hold a value together in the typed line, so one that has them itself cannot be written there.
    private static bool CanBeTyped(Suggestion one) => one.Value.Length is > 0 and <= LongestTyped && !one.Value.Any(c => char.IsControl(c) || c is '"' or '“' or '”');
}

/// <summary>What is typed.</summary>
internal sealed record TypedValue(string Command, string Option, string Typed);

/// <summary>What is offered.</summary>
internal sealed record OfferedValue(string Value, string Label);

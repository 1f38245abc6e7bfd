using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using StakeBot.Adapters.Web.Conversation;
using StakeBot.Bot.Chat;

namespace StakeBot.Adapters.Web.Endpoints;

/// <summary>Takes in what the person typed or tapped. The answer comes on the event stream.</summary>
internal static class MessagesEndpoint
{
    public const int LongestText = 4000;
    private const int LongestId = 64;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/messages", PostAsync);

    private static async Task<IResult> PostAsync(HttpContext http, Inbox inbox, TimeProvider time, IHostApplicationLifetime lifetime)
    {
        if (!http.Request.HasJsonContentType())
            return Problem.Result(StatusCodes.Status415UnsupportedMediaType, "The message is not JSON. Nothing was sent.");
        (PostedMessage? posted, IResult? unreadable) = await RequestBody.ReadAsync(http, WebJson.Default.PostedMessage);
        if (posted is null)
            return unreadable!;
        if (Fault(posted) is { } fault)
            return Problem.Result(StatusCodes.Status400BadRequest, fault);
        WebSession session = http.Features.GetRequiredFeature<WebSession>();
        string said = JsonSerializer.Serialize(new SaidMessage(posted.Id, posted.Text, time.GetUtcNow()), WebJson.Default.SaidMessage);
        if (session.Say(posted.Id, said))
        {
            // Once it is in the conversation it has to reach the bot, even if the page that sent it is gone by then.
            ChatMessage message = new(session.Address, WebSession.Owner, posted.Text, posted.Id);
            await inbox.PostAsync(message, lifetime.ApplicationStopping);
        }
        return TypedResults.StatusCode(StatusCodes.Status202Accepted);
    }

    private static string? Fault(PostedMessage posted)
    {
        if (posted.Id.Length is 0 or > LongestId || !posted.Id.All(sign => char.IsAsciiLetterOrDigit(sign) || sign == '-'))
            return "The message's id is not a short word. Nothing was sent.";
        if (string.IsNullOrWhiteSpace(posted.Text))
            return "The message is empty. Nothing was sent.";
        return posted.Text.Length <= LongestText ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"The message is {posted.Text.Length:N0} characters long; {LongestText:N0} is the most. Nothing was sent.");
    }
}

/// <summary>What the page sends.</summary>
internal sealed record PostedMessage(string Id, string Text);

/// <summary>What every page of the session is told about it.</summary>
internal sealed record SaidMessage(string Id, string Text, DateTimeOffset At);

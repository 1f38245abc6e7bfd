using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using StakeBot.Adapters.Web.Access;
using StakeBot.Adapters.Web.Conversation;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Secrets;

namespace StakeBot.Adapters.Web.Endpoints;

/// <summary>Takes in what the person typed or tapped. The answer comes on the event stream.</summary>
internal static class MessagesEndpoint
{
    public const int LongestText = 4000;
    private const int LongestId = 64;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/messages", PostAsync);

    private static async Task<IResult> PostAsync(HttpContext http, WebSessions sessions, Inbox inbox, TimeProvider time, IHostApplicationLifetime lifetime)
    {
        if (!http.Request.HasJsonContentType())
            return Problem.Of(StatusCodes.Status415UnsupportedMediaType, "The message is not JSON. Nothing was sent.");
        (PostedMessage? posted, IResult? unreadable) = await RequestBody.ReadAsync(http, WebJson.Default.PostedMessage);
        if (posted is null)
            return unreadable!;
        if (Fault(posted) is { } fault)
            return Problem.Of(StatusCodes.Status400BadRequest, fault);
        WebSession session = http.Features.GetRequiredFeature<WebSession>();
        // Once it is in the conversation it has to reach the bot, even if the page that sent it is gone by then.
        if (posted.On is { } pressed)
            await inbox.PostAsync(PressOf(posted, new MessageRef(sessions.AddressOf(session, pressed), pressed)), lifetime.ApplicationStopping);
        else if (session.Say(posted.Id, Said(posted, time)))
            await inbox.PostAsync(MessageOf(posted, session), lifetime.ApplicationStopping);
        return TypedResults.StatusCode(StatusCodes.Status202Accepted);
    }

    private static ChatMessage PressOf(PostedMessage posted, MessageRef on) =>
        new(on.Address, WebSession.Owner, posted.Text, posted.Id) { Pressed = on, MayComeAgain = false };

    // A session ends with the process: nothing of it can come again after a restart.
    private static ChatMessage MessageOf(PostedMessage posted, WebSession session) =>
        new(session.Address, WebSession.Owner, posted.Text, posted.Id) { MayComeAgain = false };

    private static string Said(PostedMessage posted, TimeProvider time) =>
        JsonSerializer.Serialize(new SaidMessage(posted.Id, SecretGuard.Cleaned(posted.Text), time.GetUtcNow()), WebJson.Default.SaidMessage);

    private static string? Fault(PostedMessage posted)
    {
        if (!IsShortWord(posted.Id))
            return "The message's id is not a short word. Nothing was sent.";
        if (posted.On is { } pressed && !IsShortWord(pressed))
            return "The message with the button is not named by a short word. Nothing was sent.";
        if (string.IsNullOrWhiteSpace(posted.Text))
            return "The message is empty. Nothing was sent.";
        return posted.Text.Length <= LongestText ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"The message is {posted.Text.Length:N0} characters long; {LongestText:N0} is the most. Nothing was sent.");
    }

    private static bool IsShortWord(string id) => id.Length is > 0 and <= LongestId && id.All(sign => char.IsAsciiLetterOrDigit(sign) || sign == '-');
}

/// <summary>What the page sends.</summary>
/// <param name="Id">The same message, sent again, has the same id.</param>
/// <param name="Text">What was typed; the sealed data of a signed button that was pressed.</param>
/// <param name="On">The message with the signed button; null for everything else.</param>
internal sealed record PostedMessage(string Id, string Text, string? On = null);

/// <summary>What every page of the session is told about it.</summary>
internal sealed record SaidMessage(string Id, string Text, DateTimeOffset At);

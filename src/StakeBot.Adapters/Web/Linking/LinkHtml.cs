using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using StakeBot.Bot.Linking;

namespace StakeBot.Adapters.Web.Linking;

/// <summary>The page's three faces. No script, and every text that comes from elsewhere is encoded.</summary>
internal static class LinkHtml
{
    public const string TicketField = "ticket";
    public const string PublicField = "public-id";
    public const string SecretField = "secret-key";

    private const string ContentType = "text/html; charset=utf-8";

    public static IResult Form(LinkTicket ticket, string? refusal) => Page(
        $"Give StakeBot a {ticket.Use.Word} key",
        $"""
            {(refusal is null ? "" : $"<p class=\"address\" role=\"alert\">{Encode(refusal)} Nothing was kept.</p>")}
            <p>The chat said the words <strong>{Encode(ticket.Words)}</strong>. If it said others, close this page.</p>
            <form method="post" action="{LinkPage.Path}" autocomplete="off">
              <input type="hidden" name="{TicketField}" value="{Encode(ticket.Token)}">
              <p><label for="{PublicField}">Public id (32 letters and digits)</label><br>
                <input id="{PublicField}" name="{PublicField}" size="36" maxlength="256" required autocomplete="off" spellcheck="false"></p>
              <p><label for="{SecretField}">Secret (64 letters and digits)</label><br>
                <input id="{SecretField}" name="{SecretField}" type="password" size="36" maxlength="256" required autocomplete="off" spellcheck="false"></p>
              <p><button type="submit">Check and link the key</button></p>
            </form>
            <p class="why">The key is checked with Numerai, encrypted and kept on this machine. It is used for {ticket.Use.Word} only. A password, a seed phrase or a private key is never asked for.</p>
        """,
        StatusCodes.Status200OK);

    public static IResult Done(LinkOutcome.Linked linked, bool isSimulated) => Page(
        "The key is linked",
        $"""
            <p>{Encode(linked.Key.Use.Word)} key <strong>{Encode(linked.Key.Masked)}</strong> of the account <strong>{Encode(linked.Key.Username)}</strong>. Scopes: {Encode(string.Join(", ", linked.Key.Scopes))}. Stored encrypted.</p>
            <ul>{string.Concat(linked.Warnings.Select(warning => $"<li>{Encode(warning)}</li>"))}</ul>
            {(isSimulated ? "<p>Until StakeBot is started again it answers about the simulated account.</p>" : "")}
            <p class="why">You can close this page; it has done its work. /link status in the chat shows what is linked.</p>
        """,
        StatusCodes.Status200OK);

    public static IResult Over() => Page(
        "This page is over",
        """
            <p>It was for one key and ten minutes, or a newer one took its place. Ask for another in the chat: <strong>/link start</strong></p>
            <p class="why">Nothing was kept.</p>
        """,
        StatusCodes.Status403Forbidden);

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);

    private static ContentHttpResult Page(string title, string body, int status) => TypedResults.Text(
        $"""
        <!doctype html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <meta name="color-scheme" content="light dark">
          <title>StakeBot: {Encode(title)}</title>
          <link rel="icon" href="/page/mark.svg" type="image/svg+xml">
          <link rel="stylesheet" href="/page/theme.css">
          <link rel="stylesheet" href="/page/locked.css">
          <link rel="stylesheet" href="/page/link.css">
        </head>
        <body>
          <main>
            <img src="/page/mark.svg" alt="" width="44" height="44">
            <h1>{Encode(title)}</h1>
        {body}
          </main>
        </body>
        </html>
        """,
        ContentType,
        statusCode: status);
}

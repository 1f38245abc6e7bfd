using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace StakeBot.Testing.Discord;

/// <summary>The fake REST interface and gateway on a port of this machine, for bots that run as they are.</summary>
public sealed class FakeDiscordServer : IAsyncDisposable
{
    private const string Below = "/api/v10";

    private readonly WebApplication _app;

    private FakeDiscordServer(WebApplication app, FakeRest rest, FakeGateway gateway)
    {
        _app = app;
        Rest = rest;
        Gateway = gateway;
    }

    public FakeRest Rest { get; }

    public FakeGateway Gateway { get; }

    /// <summary>For the setting <c>Discord:ApiBase</c>.</summary>
    public Uri ApiBase => new($"{_app.Urls.Single()}{Below}");

    public static async Task<FakeDiscordServer> StartAsync(CancellationToken ct, string token = FakeRest.Token)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        WebApplication app = builder.Build();
        FakeDiscordServer server = new(app, new FakeRest(token), new FakeGateway());
        app.UseWebSockets();
        app.Run(server.ServeAsync);
        await app.StartAsync(ct);
        server.Rest.GatewayUrl = $"ws://{new Uri(app.Urls.Single()).Authority}/gateway";
        return server;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task ServeAsync(HttpContext context)
    {
        if (context.WebSockets.IsWebSocketRequest)
        {
            using WebSocket socket = await context.WebSockets.AcceptWebSocketAsync();
            await Gateway.Accept(socket, new Uri($"ws://{context.Request.Host}{context.Request.Path}{context.Request.QueryString}")).Reading;
            return;
        }
        using MemoryStream body = new();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        string path = $"{context.Request.Path}{context.Request.QueryString}";
        FakeAnswer answer = path.StartsWith($"{Below}/", StringComparison.Ordinal)
            ? await Rest.AnswerAsync(
                context.Request.Method,
                path[Below.Length..],
                context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
                body.ToArray(),
                context.RequestAborted)
            : FakeAnswer.Refusal(404, 0, "404: Not Found");
        context.Response.StatusCode = answer.Status;
        foreach ((string name, string value) in answer.Headers)
            context.Response.Headers[name] = value;
        if (answer.Body is null)
            return;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(answer.Body, Encoding.UTF8, context.RequestAborted);
    }
}

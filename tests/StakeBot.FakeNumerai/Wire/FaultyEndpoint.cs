using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Connections.Features;
using StakeBot.Bot.Ports.Staking;
using StakeBot.Core.Money;
using StakeBot.Core.Tournaments;
using StakeBot.NumeraiFake.Faults;
using StakeBot.NumeraiFake.Simulation;

namespace StakeBot.NumeraiFake.Wire;

/// <summary>The one address of the interface: counts, limits, runs, and goes wrong when it is told to.</summary>
internal sealed class FaultyEndpoint(FakeNumeraiSettings settings, FakeAccount account, Executor executor, FaultPlan faults, Traffic traffic)
{
    private readonly RateGate _limits = new(settings.Time);
    private readonly CaptureFile _capture = new(settings.CaptureFile);

    public async Task HandleAsync(HttpContext context)
    {
        context.Response.Headers.Date = settings.Time.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        using StreamReader reader = new(context.Request.Body, Encoding.UTF8);
        if (GraphQlRequest.Parse(await reader.ReadToEndAsync(context.RequestAborted)) is not { } request)
        {
            await WriteAsync(context, 400, """{"errors":{"detail":"Bad Request"}}""");
            return;
        }
        _capture.Write(request);
        (bool mutation, IReadOnlyList<string> fields) = Executor.Operation(request.Query);
        foreach (string field in fields)
            traffic.Count(field);
        if (mutation)
            traffic.CountMutation(ModelOf(request).Value);
        if (settings.EnforcesLimits && fields.Select(_limits.Refuse).FirstOrDefault(wait => wait is not null) is { } tooSoon)
            await TooManyAsync(context, tooSoon);
        else if (faults.Take(mutation) is { } fault)
            await GoWrongAsync(context, request, fault);
        else
            await AnswerAsync(context, request);
    }

    private async Task AnswerAsync(HttpContext context, GraphQlRequest request)
    {
        (int status, string body) = await RunAsync(context, request);
        await WriteAsync(context, status, body);
    }

    private async Task GoWrongAsync(HttpContext context, GraphQlRequest request, Fault fault)
    {
        string body = """{"data":null}""";
        if (fault.Effect == FaultEffect.Applied || Executor.Operation(request.Query) is { IsMutation: false })
            (_, body) = await RunAsync(context, request);
        else if (fault.Effect == FaultEffect.AppliedLater)
            ApplyLater(request, fault.Later);
        faults.Happening?.Invoke(fault);
        switch (fault.Reply)
        {
            case FaultReply.Proper:
                await WriteAsync(context, 200, body);
                break;
            case FaultReply.Silence:
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                break;
            case FaultReply.Close:
            case FaultReply.Reset:
                Break(context, fault.Reply);
                break;
            case FaultReply.Status:
                await WriteAsync(context, fault.Status, $"<html><body><h1>{fault.Status}</h1></body></html>", "text/html");
                break;
            case FaultReply.Html:
                await WriteAsync(context, 200, "<!DOCTYPE html><html><body>Numerai is being deployed</body></html>", "text/html");
                break;
            case FaultReply.Truncated:
                await WriteAsync(context, 200, body[..(body.Length / 2)]);
                break;
            case FaultReply.Garbage:
                context.Response.ContentType = "application/json";
                await context.Response.Body.WriteAsync(new byte[] { 0xFF, 0xFE, 0x00, 0x81, 0x92 });
                break;
            case FaultReply.DataAndErrors:
                JsonNode both = JsonNode.Parse(body)!;
                both["errors"] = new JsonArray(new JsonObject { ["message"] = fault.Message });
                await WriteAsync(context, 200, both.ToJsonString());
                break;
            case FaultReply.OtherAmount:
                await WriteAsync(context, 200, WithOtherAmount(body));
                break;
            case FaultReply.Error:
                await WriteAsync(context, 200, new JsonObject
                {
                    ["data"] = null,
                    ["errors"] = new JsonArray(new JsonObject { ["message"] = fault.Message }),
                }.ToJsonString());
                break;
            case FaultReply.TooMany:
                await TooManyAsync(context, fault.RetryAfter);
                break;
            default:
                throw new InvalidOperationException($"No such fault: {fault.Reply}.");
        }
    }

    private async Task<(int Status, string Body)> RunAsync(HttpContext context, GraphQlRequest request)
    {
        string header = context.Request.Headers.Authorization.ToString();
        FakeToken? token = settings.Tokens.FirstOrDefault(known => known.Header == header);
        if (header.Length > 0 && token is null)
            return (200, """{"data":null,"errors":[{"message":"Your session is invalid or has expired."}]}""");
        return await executor.RunAsync(request, token);
    }

    private void ApplyLater(GraphQlRequest request, TimeSpan later)
    {
        JsonElement variables = request.Variables!.Value;
        lock (account.Gate)
        {
            account.ChangeLater(
                later,
                ModelOf(request),
                variables.GetProperty("type").GetString() == "increase" ? StakeChangeKind.Increase : StakeChangeKind.Decrease,
                Nmr.TryParse(variables.GetProperty("value").GetString(), out Nmr amount) ? amount : throw new InvalidOperationException("No amount."));
        }
    }

    private static ModelId ModelOf(GraphQlRequest request) => new(
        request.Variables is { ValueKind: JsonValueKind.Object } variables && variables.TryGetProperty("modelId", out JsonElement id) ? id.GetString() ?? "" : "");

    private static string WithOtherAmount(string body)
    {
        JsonNode answer = JsonNode.Parse(body)!;
        answer["data"]!["v2ChangeStake"]!["requestedAmount"] = "123.456000000000000000";
        return answer.ToJsonString();
    }

    private static void Break(HttpContext context, FaultReply reply)
    {
        if (reply == FaultReply.Reset && context.Features.Get<IConnectionSocketFeature>() is { } connection)
            connection.Socket.LingerState = new LingerOption(true, 0);
        context.Abort();
    }

    private Task TooManyAsync(HttpContext context, TimeSpan? wait)
    {
        traffic.CountTooMany();
        if (wait is { } known)
            context.Response.Headers.RetryAfter = Math.Ceiling(known.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return WriteAsync(context, 429, """{"errors":[{"message":"Rate limit exceeded"}]}""");
    }

    private static Task WriteAsync(HttpContext context, int status, string body, string type = "application/json")
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        return context.Response.WriteAsync(body, context.RequestAborted);
    }
}

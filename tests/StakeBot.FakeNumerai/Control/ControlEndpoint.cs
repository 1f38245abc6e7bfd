using System.Text.Json;
using System.Text.Json.Serialization;
using StakeBot.Core.Money;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;
using StakeBot.NumeraiFake.Faults;

namespace StakeBot.NumeraiFake.Control;

/// <summary>Commands for a fake that runs in a process of its own: time, faults, counts. Described in tests/README.md.</summary>
internal static class ControlEndpoint
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static void Map(FakeNumeraiServer server, IEndpointRouteBuilder routes, MovableTime time)
    {
        routes.MapPost("/control/time", async context =>
        {
            time.Advance(TimeSpan.FromSeconds((await ReadAsync<Seconds>(context)).Value));
            await context.Response.WriteAsJsonAsync(new { now = time.GetUtcNow() });
        });
        routes.MapPost("/control/old-account", async context => server.TellOldAccount(TimeSpan.FromSeconds((await ReadAsync<Seconds>(context)).Value)));
        routes.MapPost("/control/faults", async context => Plan(server.Faults, await ReadAsync<FaultCommand>(context)));
        routes.MapPost("/control/setting", async context =>
        {
            Setting entered = await ReadAsync<Setting>(context);
            server.EnterSetting(new ModelId(entered.Model), new StakeSetting(new Nmr(entered.PerRound), entered.Mode, entered.Automation));
        });
        routes.MapPost("/control/clear", context =>
        {
            server.Faults.Clear();
            return Task.CompletedTask;
        });
        routes.MapGet("/control/counts/{model}", context =>
        {
            ModelId model = new($"{context.Request.RouteValues["model"]}");
            return context.Response.WriteAsJsonAsync(new { applied = server.Applied(model), posts = server.MutationPosts(model) });
        });
    }

    private static void Plan(FaultPlan plan, FaultCommand command)
    {
        Fault fault = new(command.Reply, command.Effect)
        {
            Status = command.Status,
            Message = command.Message,
            Later = TimeSpan.FromSeconds(command.LaterSeconds),
            RetryAfter = command.RetryAfterSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        };
        switch (command.On)
        {
            case "mutations":
                plan.NextMutations(fault, command.Times);
                break;
            case "reads":
                plan.NextReads(fault, command.Times);
                break;
            case "all-reads":
                plan.AllReads(fault);
                break;
            default:
                throw new BadHttpRequestException("on is mutations, reads or all-reads");
        }
    }

    private static async Task<T> ReadAsync<T>(HttpContext context)
        where T : class =>
        await context.Request.ReadFromJsonAsync<T>(Options, context.RequestAborted) ?? throw new BadHttpRequestException("A body is needed.");

    private sealed record Setting(string Model, decimal PerRound, StakeMode Mode = StakeMode.Constant, bool Automation = true);

    private sealed record Seconds([property: JsonPropertyName("seconds")] double Value);

    private sealed record FaultCommand(
        string On,
        FaultReply Reply,
        FaultEffect Effect = FaultEffect.None,
        int Times = 1,
        int Status = 500,
        string Message = "Internal server error",
        double LaterSeconds = 300,
        double? RetryAfterSeconds = null);
}

using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using StakeBot.Adapters.Discord;
using StakeBot.Adapters.Discord.Gateway;
using StakeBot.Adapters.Discord.Interactions;
using StakeBot.Adapters.Discord.Rendering;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Commands;
using StakeBot.Bot.Commands.Completion;
using StakeBot.Bot.Execution;
using StakeBot.Testing;

namespace StakeBot.Adapters.Tests.Discord;

/// <summary>The surface between a wire that is none and an inbox that the test reads.</summary>
internal sealed class SurfaceUnderTest : ICompletion, IDisposable
{
    public const string Channel = "77";
    public const string Token = "interaction-token-secret";

    private readonly LoggerFactory _loggers;
    private readonly DiscordMetrics _metrics = new();

    public SurfaceUnderTest()
    {
        _loggers = new LoggerFactory([Log]);
        Inbox = new Inbox(Taken, Time);
        Open = new OpenInteractions();
        Pipeline = new InteractionPipeline(
            Inbox, Open, Catalogue, new Suggestions(this, Time), Seal, Wire, Time, _metrics, _loggers.CreateLogger<InteractionPipeline>());
        Chat = new DiscordChat(Wire, Open, new DiscordRenderer(Seal), _loggers.CreateLogger<DiscordChat>());
    }

    public static CommandCatalogue Catalogue { get; } = new(
    [
        new FakeCommand(
            "look",
            CommandTopic.Look,
            new OptionSpec("measure", OptionKind.Choice, "A choice.") { Choices = ["variance", "cvar"] },
            new OptionSpec("data", OptionKind.Flag, "A flag."),
            new OptionSpec("page", OptionKind.Whole, "A number.") { Least = 1, Greatest = 9 },
            new OptionSpec("models", OptionKind.Models, "Models.")),
        new FakeCommand("act", CommandTopic.Act),
        new FakeCommand("tell", CommandTopic.Act) { IsShared = true },
        new FakeCommand("make", CommandTopic.Act) { Proposes = true },
        new FakeCommand("confirm", CommandTopic.Act),
    ]);

    public static Reply Reply(string title = "An answer", params string[] lines) => new() { Mode = ExecutionMode.Paper, Title = title, Lines = lines };

    public FakeTimeProvider Time { get; } = new(Some.Moment);

    public FakeWire Wire { get; } = new();

    public FakeInboxLog Taken { get; } = new();

    public RecordedLog Log { get; } = new();

    public TapSeal Seal { get; } = new(new RandomTapKeys());

    public Inbox Inbox { get; }

    public OpenInteractions Open { get; }

    public InteractionPipeline Pipeline { get; }

    public DiscordChat Chat { get; }

    /// <summary>What is offered, and when.</summary>
    public Func<CompletionRequest, CancellationToken, Task<IReadOnlyList<Suggestion>>> Offers { get; set; } = (_, _) => Task.FromResult<IReadOnlyList<Suggestion>>([]);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _loggers.Dispose();
        _metrics.Dispose();
    }

    public Task<IReadOnlyList<Suggestion>> SuggestAsync(CompletionRequest request, CancellationToken ct) => Offers(request, ct);

    /// <summary>Somebody does something now; done when it is taken in or dropped.</summary>
    public Task DoesAsync(string interaction) => Pipeline.TakeAsync(new GatewayInteraction(JsonElement.Parse(interaction), Time.GetTimestamp()), Ct);

    /// <summary>The next message that reached the bot; null when there is none.</summary>
    public ChatMessage? Heard() => Inbox.Messages.TryRead(out ChatMessage? message) ? message : null;

    /// <summary>Lets time pass, and what waits for it go on.</summary>
    public async Task PassesAsync(double seconds)
    {
        Time.Advance(TimeSpan.FromSeconds(seconds));
        // What the clock has set going runs on other threads; each turn gives them one.
        for (int i = 0; i < 50; i++)
            await Task.Yield();
    }

    public static string Slash(string name, string id = "900", string user = "1", string options = "[]", bool isPrivate = false) =>
        Interaction(2, id, user, isPrivate, $$"""{"id":"3","type":1,"name":"{{name}}","options":{{options}}}""");

    public static string Typing(string options, string name = "look", string id = "901") =>
        Interaction(4, id, "1", false, $$"""{"id":"3","type":1,"name":"{{name}}","options":{{options}}}""");

    public static string Press(string customId, string id = "902", string user = "1", string message = """{"id":"55"}""") =>
        Interaction(3, id, user, false, $$"""{"custom_id":{{JsonSerializer.Serialize(customId)}},"component_type":2}""", $""","message":{message}""");

    public static string Form(string customId, string typed, string id = "903") =>
        Interaction(5, id, "1", false, $$"""{"custom_id":{{JsonSerializer.Serialize(customId)}},"components":[{"type":18,"component":{"type":4,"custom_id":"typed","value":{{JsonSerializer.Serialize(typed)}} } }]}""");

    private static string Interaction(int type, string id, string user, bool isPrivate, string data, string more = "") =>
        $$"""
        {"id":"{{id}}","application_id":"42","type":{{type}},"token":"{{Token}}","channel_id":"{{Channel}}","version":1,"locale":"en-US",
         {{(isPrivate ? "\"context\":1," : "\"context\":0,\"guild_id\":\"8\",")}}
         {{(isPrivate ? "\"user\":" + User(user) : "\"member\":{\"nick\":null,\"user\":" + User(user) + "}")}},
         "data":{{data}}{{more}}}
        """;

    private static string User(string id) => $$"""{"id":"{{id}}","username":"ana","global_name":"Ana"}""";
}

using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using StakeBot.Adapters.Discord.Rendering;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Commands;
using StakeBot.Bot.Execution;
using StakeBot.Bot.People;
using StakeBot.Testing;

namespace StakeBot.Adapters.Tests.Discord.Rendering;

/// <summary>Whatever the models are called, every answer of every command is a message that Discord takes and that calls nobody.</summary>
public sealed partial class EveryReplyTests : IDisposable
{
    private static readonly ChatAddress Channel = new("discord", "77");

    private static readonly string[] Lines =
    [
        "/help frontier", "/frontier cvar data", "/frontier round data", "/risk model:\"@everyone <@1> <@&2> <#3>\"", "/risk model:nothing", "/drawdown 3m",
        "/backtest data", "/propose minrisk", "/propose caps preview", "/proposals picture P-0000", "/models page:1", "/compare first:**bold** second:**x**",
        "/policy history", "/policy set cap 30%", "/policy set cap @everyone", "/pause @everyone <@1> `x`", "/proposals", "/audit", "/export audit json", "/export stakes csv",
        "/link start reading", "/people invite as:viewer name:**Ana**", "/watch add \"[x](https://evil.example)\"", "@everyone hello", "/@everyone", "/frontie", "/frontier x:y", "/" + new string('z', 3000),
    ];

    private readonly ServiceProvider _bot = BotUnderTest.With(
        HostileAccount.Account(), new FakeCharts(), ExecutionMode.Paper, services => services.AddSingleton<TimeProvider>(new FakeTimeProvider(Some.Moment)), Aviary.Rules);

    public void Dispose() => _bot.Dispose();

    [Fact]
    public async Task Every_answer_is_within_the_limits_rich_and_plain()
    {
        CommandCatalogue catalogue = _bot.GetRequiredService<CommandCatalogue>();
        DiscordRenderer renderer = new(_bot.GetRequiredService<TapSeal>());
        List<string> broken = [];
        int cards = 0;
        foreach (string line in (string[])[.. catalogue.Specs.Select(spec => $"/{spec.Name}"), .. catalogue.Specs.Select(spec => spec.Example), .. Lines])
        {
            Reply reply = await AnswerAsync(line);
            cards += reply.Card is null ? 0 : 1;
            broken.AddRange(Faults(renderer.Rich(reply, Channel)).Select(fault => $"{line}: {fault}"));
            broken.AddRange(Faults(renderer.Plain(reply, Channel)).Select(fault => $"{line}, plain: {fault}"));
        }

        Assert.Empty(broken);
        Assert.True(cards >= 2, "No proposal was among the answers.");
    }

    private async Task<Reply> AnswerAsync(string line) =>
        await _bot.GetRequiredService<IAnswerer>().AnswerAsync(
            new ChatMessage(new ChatAddress("web", "a"), new PlatformIdentity("web", "a", "@everyone"), line, Guid.NewGuid().ToString()), TestContext.Current.CancellationToken);

    private static IEnumerable<string> Faults(RenderedMessage message)
    {
        foreach (string fault in MessageLimits.Broken(message))
            yield return fault;
        // Labels and alt texts are shown as they are; contents and embeds are markup.
        string text = string.Join('\n', Contents(message.Body["components"])) + FakeWire.TextOf(message.Body["embeds"]);
        foreach (Match live in Markup.Matches(text))
            yield return $"'{live.Value}' is not escaped";
        if (text.Any(c => c is '\u202E' or '\u2066' or '\uE000'))
            yield return "a direction mark";
    }

    private static IEnumerable<string> Contents(JsonNode? node) => node switch
    {
        JsonArray array => array.SelectMany(Contents),
        JsonObject part => Contents(part["components"]).Concat(part["content"] is { } content ? [(string)content!] : []),
        _ => [],
    };

    // A mention, a link, a code block or a spoiler without a backslash before it.
    [GeneratedRegex(@"(?<!\\)(@everyone|@here|<@|<#|\]\(|```|\|\||https?:)")]
    private static partial Regex Markup { get; }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using StakeBot.Adapters.Discord;
using StakeBot.Adapters.Discord.Gateway;
using StakeBot.Adapters.Discord.Interactions;
using StakeBot.Adapters.Discord.Rendering;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.People;
using StakeBot.Bot.Ports.Staking;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Core.Proposals;
using StakeBot.Testing;

namespace StakeBot.Adapters.Tests.Discord;

/// <summary>One proposal is shown on Discord and on another platform; a tap on each at the same time is one confirmation, and both messages change.</summary>
public sealed class TwoPlatformsTests : IDisposable
{
    private readonly FakeWire _wire = new();
    private readonly FakeTimeProvider _time = new(Some.Moment);
    private readonly FakeNumerai _account = Aviary.Account();
    private readonly ServiceProvider _bot;

    public TwoPlatformsTests() => _bot = BotUnderTest.With(
        _account,
        new FakeCharts(),
        ExecutionMode.Paper,
        services =>
        {
            services.AddSingleton<TimeProvider>(_time).AddSingleton<IPaperStakes>(new FakePaperStakes(_account));
            services.AddSingleton(new PlatformInUse("discord", true, "1")).AddSingleton(new PlatformInUse("telegram", true, "7"));
            services.RemoveAll<IChat>();
            services.AddSingleton<IChat>(provider => new ScriptedSurface("telegram", provider.GetRequiredService<TapSeal>()));
            services.AddSingleton<IDiscordWire>(_wire).AddSingleton<OpenInteractions>().AddSingleton<Suggestions>().AddSingleton<DiscordMetrics>();
            services.AddSingleton<DiscordRenderer>().AddSingleton<InteractionPipeline>().AddSingleton<IChat, DiscordChat>();
        },
        Aviary.Rules);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _bot.Dispose();

    [Fact]
    public async Task A_tap_on_each_is_one_confirmation_and_both_messages_say_what_became_of_it()
    {
        InboxReader reader = _bot.GetServices<IHostedService>().OfType<InboxReader>().Single();
        await reader.StartAsync(Ct);
        ProposalBook book = _bot.GetRequiredService<ProposalBook>();
        await DoesAsync(SurfaceUnderTest.Slash("propose"));
        await Eventually.So(async () => (await book.AllAsync(Ct)) is [var made] && (await book.CardsAsync(made.Id, Ct)).Count == 1, "the proposal is shown on Discord");
        Proposal proposal = (await book.AllAsync(Ct))[0];
        string shown = (await book.CardsAsync(proposal.Id, Ct))[0].MessageId;
        ScriptedChat telegram = await new ScriptedChat(_bot, Ct).As("telegram", "7").Says($"/proposals {proposal.Code}");
        Assert.Equal(2, (await book.CardsAsync(proposal.Id, Ct)).Count);

        ChatMessage tap = telegram.PressOf("Confirm");
        string press = SurfaceUnderTest.Press(Confirm(), message: $$"""{"id":"{{shown}}"}""");
        Task<TapAnswer?> there = Task.Run(() => telegram.Delivers(tap), Ct);
        await Task.WhenAll(there, DoesAsync(press));
        await Eventually.So(() => _bot.GetRequiredService<OpenInteractions>().Count == 0 && _wire.Others.Count(other => other == "POST /webhooks/{application_id}/{interaction_token}") == 1, "the presser on Discord is told");

        for (int i = 0; i < 20 && (await book.FindAsync(proposal.Id, Ct))!.Proposal.State != ProposalState.Done; i++)
        {
            await _bot.GetRequiredService<Executor>().RunOnceAsync(Ct);
            await telegram.Settles();
        }
        await reader.StopAsync(Ct);

        Assert.Equal(ProposalState.Done, (await book.FindAsync(proposal.Id, Ct))!.Proposal.State);
        IReadOnlyList<JournalRecord> journal = await _bot.GetRequiredService<IStakeStore>().ReadJournalAsync(1, 1000, proposal.Id.Value, Ct);
        Assert.Single(journal, record => record.Entry.Event == "proposal-confirmed");
        telegram.Shows($"{proposal.Code} done");
        string[] edits = [.. _wire.Sent.Where(request => request.Route.Path == $"channels/{SurfaceUnderTest.Channel}/messages/{shown}").Select(request => FakeWire.TextOf(request.Body))];
        Assert.Contains($"{proposal.Code} done", edits[^1], StringComparison.Ordinal);
    }

    private Task DoesAsync(string interaction) =>
        _bot.GetRequiredService<InteractionPipeline>().TakeAsync(new GatewayInteraction(JsonElement.Parse(interaction), _time.GetTimestamp()), Ct);

    private string Confirm() => (string)Buttons(_wire.Sent.First(request => request.Nonce is not null).Body).First(button => (string)button["label"]! == "Confirm")["custom_id"]!;

    private static IEnumerable<JsonObject> Buttons(JsonNode? node) => node switch
    {
        JsonArray array => array.SelectMany(Buttons),
        JsonObject part => Buttons(part["components"]).Concat(part["custom_id"] is null ? [] : [part]),
        _ => [],
    };
}

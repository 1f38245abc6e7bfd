using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using StakeBot.Adapters.Web;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Commands;
using StakeBot.Bot.Linking;
using StakeBot.Bot.People;
using StakeBot.Bot.Ports;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Testing;

namespace StakeBot.Host.Tests.Canary;

public sealed class SecretsStayInside
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_secret_that_is_typed_linked_or_configured_comes_out_in_a_log_a_record_a_file_or_an_answer()
    {
        await using PlantedBot bot = await PlantedBot.StartAsync();
        List<string> answers = [];

        foreach (CommandSpec spec in bot.Services.GetRequiredService<CommandCatalogue>().Specs.Where(spec => spec.Name != "backtest"))
            answers.Add(await HearsAsync(bot, "web", spec.Example));
        foreach (string typed in Canaries.Typed)
        {
            answers.Add(await HearsAsync(bot, "web", typed));
            answers.Add(await HearsAsync(bot, "telegram", typed));
        }
        string code = await InviteAsync(bot);
        await HearsAsync(bot, "telegram", $"/start {code}");
        string ticket = await LinkOnPageAsync(bot);
        answers.Add(await HearsAsync(bot, "web", "/link status"));
        string journal = await HearsAsync(bot, "web", "/export audit json");
        Assert.Contains("key-linked", journal, StringComparison.Ordinal);
        Assert.DoesNotContain(code, journal, StringComparison.Ordinal);
        answers.Add(journal);
        StoredRecord row = Assert.Single(await bot.Services.GetRequiredService<IStakeStore>().ListAsync("secrets", "", Ct));
        Assert.StartsWith("{\"envelope\":\"v1|", row.Body, StringComparison.Ordinal);
        Assert.Empty(Canaries.In(row.Body));
        answers.Add(await HearsAsync(bot, "web", "/link revoke staking"));

        Assert.Empty(Canaries.In(string.Join('\n', answers)));
        string traces = await bot.TracesAsync();
        Assert.Empty(Canaries.In(traces, ticket, code, code.Replace("-", "", StringComparison.Ordinal)));
        Assert.Contains("key-linked", traces, StringComparison.Ordinal);
    }

    [Fact]
    public void A_canary_is_found_in_every_disguise()
    {
        byte[] bytes = System.Text.Encoding.UTF8.GetBytes(SomeKeys.StakingSecret);

        foreach (string text in (string[])[$"key={SomeKeys.StakingSecret};", Convert.ToBase64String(bytes), Convert.ToHexStringLower(bytes), Uri.EscapeDataString(Canaries.SeedPhrase)])
            Assert.Single(Canaries.In(text));
        Assert.Empty(Canaries.In("nothing of the kind"));
    }

    [Fact]
    public async Task What_is_typed_into_the_page_passes_a_whole_web_server_at_trace_level_unseen()
    {
        await using PlantedBot bot = await PlantedBot.StartAsync();
        Uri door = await bot.Services.GetRequiredService<WebAddress>().NextAsync(Ct);
        using HttpClient browser = Browser(door);
        using (await browser.GetAsync(door, Ct))
        using (HttpResponseMessage posted = await browser.PostAsync("/api/messages", JsonContent.Create(new { id = "1", text = Canaries.Typed[1] }), Ct))
            Assert.Equal(HttpStatusCode.Accepted, posted.StatusCode);

        string seen = await UpToFirstReplyAsync(browser);
        Assert.Contains("That looked like a secret", seen, StringComparison.Ordinal);
        Assert.Empty(Canaries.In(seen));
        Assert.Empty(Canaries.In(await bot.TracesAsync(), door.Query["?token=".Length..]));
    }

    [Fact]
    public async Task A_failure_while_a_key_is_in_hand_does_not_tell_it()
    {
        FakeStore store = new();
        await using PlantedBot bot = await PlantedBot.StartAsync(store);
        foreach (Exception fault in (Exception[])[new NumeraiUnavailableException("Numerai did not answer."), new InvalidOperationException("A bug.")])
        {
            bot.Numerai.Fault = fault;
            await LinkOnPageAsync(bot);
        }
        bot.Numerai.Fault = null;
        store.Fault = new StoreUnavailableException("The disk is full.");
        await LinkOnPageAsync(bot);
        store.Fault = null;

        string traces = store.Everything + await bot.TracesAsync();
        Assert.Contains("A bug.", traces, StringComparison.Ordinal);
        Assert.Empty(Canaries.In(traces));
    }

    [Fact]
    public void A_complaint_about_settings_does_not_repeat_them()
    {
        using ServiceProvider services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Telegram:Token"] = Canaries.TelegramToken,
                ["Telegram:OwnerId"] = "ana",
                ["Discord:Token"] = Canaries.DiscordToken,
                ["Discord:OwnerId"] = "ben",
                ["Numerai:SecretKey"] = SomeKeys.ReadingSecret,
            }).Build())
            .AddStakeBot(new DataSource.Simulated())
            .AddSurfaces()
            .BuildServiceProvider();

        Exception complaint = Assert.ThrowsAny<Exception>(services.GetRequiredService<IStartupValidator>().Validate);

        Assert.Contains("Telegram:OwnerId", complaint.ToString(), StringComparison.Ordinal);
        Assert.Empty(Canaries.In(complaint.ToString()));
    }

    private static async Task<string> HearsAsync(PlantedBot bot, string platform, string text)
    {
        ChatMessage message = new(new ChatAddress(platform, "canary"), new PlatformIdentity(platform, "4711", "canary"), text, Guid.NewGuid().ToString("N")) { IsPrivate = true };
        Reply reply = await bot.Services.GetRequiredService<IAnswerer>().AnswerAsync(message, Ct);
        return $"{reply} {string.Join('\n', [reply.Title, .. reply.Lines, .. reply.Buttons.Select(button => $"{button}"), .. reply.Documents.Select(Content)])}";
    }

    private static string Content(Document document) => System.Text.Encoding.UTF8.GetString(document.Bytes.Span);

    private static async Task<string> InviteAsync(PlantedBot bot)
    {
        string answer = await HearsAsync(bot, "web", "/people invite viewer Ben");
        int at = answer.IndexOf("Code ", StringComparison.Ordinal) + "Code ".Length;
        return answer[at..(at + "K7Q2-M9XD".Length)];
    }

    private static async Task<string> LinkOnPageAsync(PlantedBot bot)
    {
        LinkTicket ticket = bot.Services.GetRequiredService<LinkTickets>().Issue(KeyUse.Staking, "web:canary");
        Uri address = bot.Services.GetRequiredService<ILinkPage>().AddressOf(ticket)!;
        using HttpClient browser = Browser(address);
        using HttpResponseMessage form = await browser.GetAsync(address, Ct);
        using HttpResponseMessage answer = await browser.PostAsync("/link", new FormUrlEncodedContent(
        [
            new KeyValuePair<string, string>("ticket", ticket.Token),
            new KeyValuePair<string, string>("public-id", SomeKeys.StakingId),
            new KeyValuePair<string, string>("secret-key", SomeKeys.StakingSecret),
        ]), Ct);
        Assert.DoesNotContain(SomeKeys.StakingSecret, await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        return ticket.Token;
    }

    private static HttpClient Browser(Uri address)
    {
        Uri site = new(address.GetLeftPart(UriPartial.Authority));
        HttpClient browser = new() { BaseAddress = site };
        browser.DefaultRequestHeaders.Add("Origin", site.GetLeftPart(UriPartial.Authority));
        return browser;
    }

    private static async Task<string> UpToFirstReplyAsync(HttpClient browser)
    {
        await using Stream events = await browser.GetStreamAsync("/api/events", Ct);
        using StreamReader reader = new(events);
        List<string> lines = [];
        while (await reader.ReadLineAsync(Ct) is { } line)
        {
            lines.Add(line);
            if (line.Contains("\"badge\"", StringComparison.Ordinal))
                return string.Join('\n', lines);
        }
        throw new InvalidOperationException("The page heard no reply.");
    }
}

using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StakeBot.Adapters.Store;
using StakeBot.Adapters.Telegram;
using StakeBot.Adapters.Web;
using StakeBot.Testing;
using StakeBot.Testing.Telegram;

namespace StakeBot.Host.Tests.Telegram;

/// <summary>From the first word to a changed stake on Telegram, over a restart between proposal and tap. The program and its store are the real ones.</summary>
public sealed class TelegramStoryTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_proposal_is_asked_for_seen_and_confirmed_once_over_a_restart()
    {
        string folder = ScratchFolder.New();
        await using FakeTelegram telegram = await FakeTelegram.StartAsync(null, Ct);
        FakeMessage card;
        await using (WebApplication bot = await StartAsync(telegram, folder))
        {
            await AnswersAsync(telegram, "/status", "[PAPER] Aviary");
            FakeMessage picture = await AnswersAsync(telegram, "/frontier", "[PAPER]");
            Assert.NotNull(picture.Photo);
            card = await AnswersAsync(telegram, "/propose", "Confirm before");
            Assert.Equal(["Confirm", "Cancel", "Why", "Picture"], card.Buttons.Select(button => button.Label));
            await bot.StopAsync(CancellationToken.None);
        }
        telegram.Presses(FakeUser.Alice, card, "Confirm");
        telegram.Presses(FakeUser.Alice, card, "Confirm");
        await using (WebApplication again = await StartAsync(telegram, folder))
        {
            await telegram.UntilAsync(() => Now(telegram, card).Text.Contains(" done · confirmed by the owner", StringComparison.Ordinal) ? card : null, Ct);
            await telegram.SeesAsync("confirmed.", card.Id, Ct);
            await telegram.SeesAsync("Already confirmed by", card.Id, Ct);
            Assert.DoesNotContain(Now(telegram, card).Buttons, button => button.Label is "Confirm" or "Cancel");
            await again.StopAsync(CancellationToken.None);
        }
        Assert.Equal(1, telegram.Messages.Count(message => message.Text.EndsWith(" confirmed.", StringComparison.Ordinal)));
        Assert.All(telegram.Requests.Where(request => request.Status >= 400), request => Assert.Fail(string.Create(CultureInfo.InvariantCulture, $"{request.Method}: {request.Status} {request.Body}")));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task While_Telegram_is_configured_the_local_chat_is_closed_unless_it_is_asked_for()
    {
        await using FakeTelegram telegram = await FakeTelegram.StartAsync(null, Ct);
        foreach ((string? chat, bool isOpen) in ((string?, bool)[])[(null, false), ("true", true)])
        {
            string folder = ScratchFolder.New();
            await using WebApplication bot = await StartAsync(telegram, folder, ("Web:Chat", chat));
            using HttpClient browser = new();
            using HttpResponseMessage door = await browser.GetAsync(new Uri(bot.Urls.First()), Ct);
            using HttpResponseMessage health = await browser.GetAsync(new Uri($"{bot.Urls.First()}/healthz"), Ct);

            Assert.Equal(isOpen, bot.Services.GetRequiredService<LocalChat>().IsOpen);
            Assert.Equal(isOpen ? 403 : 404, (int)door.StatusCode);
            Assert.True(health.IsSuccessStatusCode);
            await bot.StopAsync(CancellationToken.None);
        }
    }

    private static async Task<WebApplication> StartAsync(FakeTelegram telegram, string folder, params IEnumerable<(string Key, string? Value)> settings)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Web:Port"] = "0",
            ["Store:Folder"] = folder,
            ["Telegram:Token"] = FakeTelegram.Token,
            ["Telegram:ApiBase"] = telegram.Address,
            ["Telegram:OwnerId"] = FakeUser.Alice.Id.ToString(CultureInfo.InvariantCulture),
        });
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(pair => pair.Key, pair => pair.Value));
        builder.Logging.ClearProviders();
        builder.Services.AddStakeBot(new DataSource.Simulated()).AddSurfaces();
        WebApplication app = builder.Build();
        await app.Services.GetRequiredService<StoreStart>().OpenAsync(Ct);
        app.MapTelegram().MapWebChat();
        await app.StartAsync(Ct);
        return app;
    }

    private static Task<FakeMessage> AnswersAsync(FakeTelegram telegram, string text, string words) =>
        telegram.SeesAsync(words, telegram.Types(FakeUser.Alice, text), Ct);

    private static FakeMessage Now(FakeTelegram telegram, FakeMessage message) => telegram.All.Single(one => one.Id == message.Id);
}

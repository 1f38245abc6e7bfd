using Microsoft.Playwright;
using StakeBot.Testing;
using static Microsoft.Playwright.Assertions;

namespace StakeBot.Host.Tests.Visits;

/// <summary>A new user: opens the printed address, asks for the frontier, sees it, and goes on with a tap. The program and the browser are the real ones.</summary>
public sealed class FirstVisitTests
{
    [Fact]
    public async Task The_frontier_is_asked_for_seen_and_followed_by_a_tap()
    {
        Assert.SkipWhen(Browser.Path is null, Browser.Missing);
        await using RunningBot bot = await RunningBot.StartAsync();
        await using Browser browser = await Browser.StartAsync();
        await using BrowserVisit visit = await browser.VisitAsync();
        IPage page = visit.Page;

        await page.GotoAsync(bot.Address.ToString());
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "StakeBot: the risk of your Numerai stakes, in chat" })).ToBeVisibleAsync();

        await Says(page, "/frontier");
        ILocator picture = page.GetByRole(AriaRole.Img, new() { Name = "Line chart of risk against expected result" }).First;
        await Expect(picture).ToBeVisibleAsync();
        await Expect(page.GetByText("Everything staked: least risk").First).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Show correlation" }).Last.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Img, new() { Name = "Heat map of the correlations" }).First).ToBeVisibleAsync();

        await Says(page, "/paper advance 3");
        await Expect(page.GetByText("Moved from round 1404 to 1407").First).ToBeVisibleAsync();

        await Says(page, "/fronteir");
        await Expect(page.GetByText("Did you mean /frontier?").First).ToBeVisibleAsync();

        await visit.ShootAsync("first-visit");
        Assert.Empty(visit.Faults);
    }

    private static async Task Says(IPage page, string line)
    {
        ILocator box = page.GetByLabel("Message");
        await box.FillAsync(line);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
    }
}

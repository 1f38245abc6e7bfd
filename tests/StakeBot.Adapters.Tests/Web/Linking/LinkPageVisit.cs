using Microsoft.Playwright;
using StakeBot.Bot.Linking;
using StakeBot.Testing;
using static Microsoft.Playwright.Assertions;

namespace StakeBot.Adapters.Tests.Web.Linking;

/// <summary>The page in a real browser: what its policies allow must be enough for its form.</summary>
public sealed class LinkPageVisit(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Fact]
    public async Task A_person_links_a_key_in_a_browser()
    {
        await using RunningLinkPage running = await RunningLinkPage.StartAsync();
        (LinkTicket ticket, Uri address) = running.Issue(KeyUse.Staking);
        await using BrowserVisit visit = await browser.VisitAsync();
        IPage page = visit.Page;

        await page.GotoAsync(address.ToString());
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Give StakeBot a staking key" })).ToBeVisibleAsync();
        await Expect(page.GetByText(ticket.Words)).ToBeVisibleAsync();
        await page.GetByLabel("Public id").FillAsync(SomeKeys.StakingId);
        await page.GetByLabel("Secret").FillAsync(SomeKeys.StakingSecret);
        await visit.ShootAsync("link-form");
        await page.GetByRole(AriaRole.Button, new() { Name = "Check and link the key" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "The key is linked" })).ToBeVisibleAsync();
        Assert.DoesNotContain("token", page.Url, StringComparison.Ordinal);
        Assert.DoesNotContain(SomeKeys.StakingSecret, await page.ContentAsync(), StringComparison.Ordinal);
        Assert.Empty(visit.Faults);
    }
}

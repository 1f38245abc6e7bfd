using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;
using StakeBot.Adapters.Web;
using StakeBot.Bot.Execution.Records;
using StakeBot.Core.Money;
using StakeBot.Testing;
using static Microsoft.Playwright.Assertions;

namespace StakeBot.Host.Tests.Watching;

/// <summary>In the browser, with nothing configured: a digest and a proposal that nobody asked for arrive on the open page, and one tap confirms.</summary>
public sealed class BrowserWatch
{
    [Fact]
    public async Task A_digest_arrives_and_a_proposal_by_threshold_is_confirmed_by_one_tap()
    {
        Assert.SkipWhen(Browser.Path is null, Browser.Missing);
        await using SurfacedBot bot = await SurfacedBot.StartAsync(new FakeTimeProvider(SurfacedBot.Monday));
        await using Browser browser = await Browser.StartAsync();
        string digest;
        await using (BrowserVisit visit = await VisitAsync(bot, browser))
        {
            await SaysAsync(visit.Page, "/digest on at:08:00 zone:UTC");
            await bot.PassesUntil(Expect(Newest(visit.Page)).ToContainTextAsync("Digest: daily 08:00 UTC"));
            Assert.Empty(visit.Faults);
        }
        // Another browser than the one in which it was asked for.
        await using (BrowserVisit visit = await VisitAsync(bot, browser))
        {
            IPage page = visit.Page;
            ILocator arrived = page.Locator(".reply", new() { HasText = "Mon 23 Nov · burn risk" });
            await bot.PassesUntil(Expect(arrived).ToBeVisibleAsync(new() { Timeout = 120_000 }));
            digest = await arrived.InnerTextAsync();
            await Expect(arrived.GetByRole(AriaRole.Img)).ToBeVisibleAsync();
            await visit.ShootAsync("digest");
            await Button(arrived, "Show risk").ClickAsync();
            await bot.PassesUntil(Expect(Newest(page)).ToContainTextAsync("Loss in a bad window"));

            await SaysAsync(page, "/auto on threshold:5%");
            await bot.PassesUntil(Expect(Newest(page)).ToContainTextAsync("Automatic proposals: on"));
            bot.MostOfAMinutePasses();
            ILocator asking = page.Locator(".reply", new() { HasText = "By itself: the two-percent rule is broken." });
            await bot.PassesUntil(Expect(asking).ToBeVisibleAsync(new() { Timeout = 120_000 }));
            ILocator card = page.Locator($"#{await asking.GetAttributeAsync("id")}");
            Assert.Equal(new Nmr(1.5m), await bot.PerRoundOf("KESTREL"));
            await visit.ShootAsync("proposal-by-itself");
            await bot.PassesUntil(Button(card, "Confirm").ClickAsync());
            await bot.PassesUntil(Expect(card).ToContainTextAsync(" done · confirmed by the owner", new() { Timeout = 120_000 }));

            Proposal proposal = await bot.TheOneThatWasDoneOnce();
            await Expect(card).ToContainTextAsync($"{proposal.Code} done");
            await Expect(Button(card, "Confirm")).ToHaveCountAsync(0);
            Assert.Equal(new Nmr(0.56m), await bot.PerRoundOf("KESTREL"));
            Assert.Empty(visit.Faults);
        }
        Assert.Contains("Two-percent rule: BROKEN", digest, StringComparison.Ordinal);
    }

    private static async Task<BrowserVisit> VisitAsync(SurfacedBot bot, Browser browser)
    {
        BrowserVisit visit = await browser.VisitAsync(1280, 900);
        await visit.Page.GotoAsync($"{await bot.Get<WebAddress>().NextAsync(TestContext.Current.CancellationToken)}");
        return visit;
    }

    private static ILocator Newest(IPage page) => page.Locator(".reply").Last;

    private static ILocator Button(ILocator card, string label) => card.GetByRole(AriaRole.Button, new() { Name = label, Exact = true });

    private static async Task SaysAsync(IPage page, string line)
    {
        await page.GetByLabel("Message").FillAsync(line);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
    }
}

using Microsoft.Playwright;
using StakeBot.Testing;
using static Microsoft.Playwright.Assertions;

namespace StakeBot.Host.Tests.Visits;

/// <summary>From a proposal to a changed stake with nothing configured, in the browser, over a reload and a restart. The program, the store and the browser are the real ones.</summary>
public sealed class PaperStoryTests
{
    [Fact]
    public async Task A_proposal_is_seen_confirmed_carried_out_and_still_known_after_a_restart()
    {
        Assert.SkipWhen(Browser.Path is null, Browser.Missing);
        string folder = ScratchFolder.New();
        await using Browser browser = await Browser.StartAsync();
        string code;
        await using (RunningBot bot = await RunningBot.StartInAsync(folder))
        await using (BrowserVisit visit = await browser.VisitAsync(1280, 900))
        {
            IPage page = visit.Page;
            await page.GotoAsync(bot.Address.ToString());
            code = await ProposesAsync(page);
            ILocator card = await ConfirmsAsync(page, visit, code);

            await SaysAsync(page, "/paper advance 3");
            await Expect(page.GetByText("Moved from round 1404 to 1407").First).ToBeVisibleAsync();
            await SaysAsync(page, "/status");
            await Expect(Newest(page)).ToContainTextAsync("KESTREL: S 0.56 fixed = 35.84 at full run");

            await LooksBackAsync(page, card, code);
            Assert.Empty(visit.Faults);
        }
        await using (RunningBot again = await RunningBot.StartInAsync(folder))
        await using (BrowserVisit visit = await browser.VisitAsync(1280, 900))
        {
            await visit.Page.GotoAsync(again.Address.ToString());
            await ComesBackAsync(visit.Page, code);
            Assert.Empty(visit.Faults);
        }
    }

    private static async Task<string> ProposesAsync(IPage page)
    {
        await SaysAsync(page, "/propose");
        ILocator card = Newest(page);
        await Expect(card).ToContainTextAsync("Confirm before");
        await Expect(card).ToContainTextAsync("1 in 20, 64 rounds, about 13 weeks");
        foreach (string label in (string[])["Confirm", "Cancel", "Why", "Picture"])
            await Expect(Button(card, label)).ToBeVisibleAsync();
        string title = await card.GetByRole(AriaRole.Heading).First.InnerTextAsync();
        return title.Split(' ')[1];
    }

    private static async Task<ILocator> ConfirmsAsync(IPage page, BrowserVisit visit, string code)
    {
        // By its own id: an edit must change this very message.
        ILocator card = page.Locator($"#{await Newest(page).GetAttributeAsync("id")}");
        await visit.ShootAsync("proposal");
        await Button(card, "Picture").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Img, new() { Name = "share of the fund now beside the share after the proposal" })).ToBeVisibleAsync();
        await visit.ShootAsync("proposal-picture");

        await Button(card, "Confirm").ClickAsync();
        await Expect(card).ToContainTextAsync($"{code} done · confirmed by the owner");
        await Expect(Button(card, "Confirm")).ToHaveCountAsync(0);
        await card.ScrollIntoViewIfNeededAsync();
        await visit.ShootAsync("proposal-done");
        await page.SetViewportSizeAsync(390, 844);
        await visit.ShootAsync("proposal-done-phone");
        await page.SetViewportSizeAsync(1280, 900);
        return card;
    }

    private static async Task LooksBackAsync(IPage page, ILocator card, string code)
    {
        await Button(card, "Show audit").ClickAsync();
        await Expect(Newest(page)).ToContainTextAsync($"Journal {code}");
        await Expect(Newest(page)).ToContainTextAsync("step 10, observed");
        await Button(Newest(page), "Earlier").ClickAsync();
        await Expect(Newest(page)).ToContainTextAsync("proposal confirmed · by the owner · check code");

        await page.ReloadAsync();
        await Expect(card).ToContainTextAsync($"{code} done");
        await Expect(Button(card, "Confirm")).ToHaveCountAsync(0);

        await Button(card, "Undo…").ClickAsync();
        await Expect(Newest(page)).ToContainTextAsync($"Why: to undo {code}");
        ILocator undo = page.Locator($"#{await Newest(page).GetAttributeAsync("id")}");
        await Button(undo, "Cancel").ClickAsync();
        await Expect(undo).ToContainTextAsync("Nothing was changed.");
        await Expect(Button(undo, "Confirm")).ToHaveCountAsync(0);

        await SaysAsync(page, "/export audit csv");
        IDownload file = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Download stakebot-audit-" }).ClickAsync());
        string text = await File.ReadAllTextAsync(await file.PathAsync(), TestContext.Current.CancellationToken);
        Assert.StartsWith("sequence,time,event,actor,subject,detail,previous_hash,hash\r\n", text, StringComparison.Ordinal);
        Assert.Contains(",proposal-confirmed,web:local,", text, StringComparison.Ordinal);
    }

    private static async Task ComesBackAsync(IPage page, string code)
    {
        await SaysAsync(page, "/proposals");
        await Expect(Newest(page)).ToContainTextAsync($"{code} · done · 10 steps");
        await SaysAsync(page, "/status");
        await Expect(Newest(page)).ToContainTextAsync("Classic round 1407");
        await Expect(Newest(page)).ToContainTextAsync("KESTREL: S 0.56 fixed = 35.84 at full run");
        await SaysAsync(page, $"/proposals {code}");
        await Expect(Newest(page)).ToContainTextAsync($"{code} done · confirmed by the owner");
    }

    private static ILocator Newest(IPage page) => page.Locator(".reply").Last;

    private static ILocator Button(ILocator card, string label) => card.GetByRole(AriaRole.Button, new() { Name = label, Exact = true });

    private static async Task SaysAsync(IPage page, string line)
    {
        await page.GetByLabel("Message").FillAsync(line);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
    }
}

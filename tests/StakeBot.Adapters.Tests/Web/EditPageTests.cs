using Microsoft.Playwright;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;
using StakeBot.Testing;
using static Microsoft.Playwright.Assertions;

namespace StakeBot.Adapters.Tests.Web;

/// <summary>A proposal on the page: pressed, changed in place, and the one line for the presser.</summary>
public sealed class EditPageTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string HostileName = "<img src=x onerror=alert(1)>HERON";

    private static readonly DataTable Legs = new("Changes", ["Model", "To (NMR)"], [[Cell.Of(HostileName), new Cell("96.00", 96m)]]);

    private static readonly Reply Proposal = new()
    {
        Mode = ExecutionMode.Live,
        Title = "Proposal P-7F3K",
        Lines = ["• HERON 120.50 → 96.00"],
        Table = Legs,
        Buttons =
        [
            new Button("Confirm", "/confirm P-7F3K") { Tap = new Tap('c', "7F3KQ2M8ZT4WA", 3) },
            new Button("Cancel", "/cancel P-7F3K") { Tap = new Tap('x', "7F3KQ2M8ZT4WA", 3) },
        ],
    };

    private static readonly Reply Grace = Proposal with
    {
        Title = "Proposal P-7F3K is confirmed by you",
        Lines = ["Sent in 30 seconds.", $"• {HostileName} 120.50 → 96.00"],
        Buttons = [new Button("Stop sending", "/cancel P-7F3K") { Tap = new Tap('s', "7F3KQ2M8ZT4WA", 3) }],
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_tap_changes_the_message_in_every_tab_and_a_reload_shows_the_change()
    {
        await using RunningWebChat chat = await ProposeAsync();
        await using BrowserVisit visit = await EnterAsync(chat);
        IPage page = visit.Page, tab = await visit.NewTabAsync();
        await tab.GotoAsync(page.Url);
        await Expect(tab.GetByRole(AriaRole.Button, new() { Name = "Confirm" })).ToHaveAttributeAsync("title", "Or type /confirm P-7F3K");
        await page.GetByText("Data table").ClickAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Confirm" }).PressAsync("Enter");

        foreach (IPage open in (IPage[])[page, tab])
        {
            ILocator changed = open.GetByRole(AriaRole.Article, new() { Name = "Proposal P-7F3K is confirmed by you" });
            await Expect(changed.GetByText("Sent in 30 seconds.")).ToBeVisibleAsync();
            await Expect(changed.GetByText($"{HostileName} 120.50 → 96.00")).ToBeVisibleAsync();
            await Expect(open.GetByRole(AriaRole.Article)).ToHaveCountAsync(1);
            await Expect(open.GetByRole(AriaRole.Button, new() { Name = "Confirm" })).ToHaveCountAsync(0);
            await Expect(open.Locator("#news")).ToContainTextAsync("Changed: Proposal P-7F3K is confirmed by you. Sent in 30 seconds.");
        }
        await Expect(page.GetByRole(AriaRole.Article)).ToBeFocusedAsync();
        await Expect(page.GetByRole(AriaRole.Table, new() { Name = "Changes" })).ToBeVisibleAsync();
        await Expect(page.Locator(".when")).ToContainTextAsync("Changed");
        await visit.ShootAsync("web-edited");
        await page.ReloadAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Stop sending" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Article)).ToHaveCountAsync(1);
        Assert.Equal(["/start", "press"], chat.Bot.Heard.Select(heard => heard.Pressed is null ? heard.Text : "press"));
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task A_refused_tap_leaves_the_message_and_tells_the_presser_in_one_line()
    {
        await using RunningWebChat chat = await RunningWebChat.StartAsync(
            script: (_, _) => Task.FromResult(Proposal),
            presses: (_, _, _) => Task.FromResult(new TapAnswer("P-7F3K was confirmed by Ben. Nothing was changed.", null)));
        await using BrowserVisit visit = await EnterAsync(chat);
        IPage page = visit.Page;
        ILocator cancel = page.GetByRole(AriaRole.Button, new() { Name = "Cancel" });

        await cancel.ClickAsync();

        await Expect(page.Locator("#toast-text")).ToHaveTextAsync("P-7F3K was confirmed by Ben. Nothing was changed.");
        await Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "P-7F3K was confirmed by Ben." })).ToHaveCountAsync(1);
        await Expect(cancel).ToHaveAttributeAsync("aria-disabled", "false");
        await Expect(page.GetByText("HERON 120.50 → 96.00")).ToBeVisibleAsync();
        await visit.ShootAsync("web-toast");
        await page.GetByRole(AriaRole.Button, new() { Name = "Dismiss" }).ClickAsync();
        await Expect(page.Locator("#toast")).ToBeHiddenAsync();
        await Expect(page.GetByLabel("Message")).ToBeFocusedAsync();
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task Buttons_rest_while_a_tap_is_worked_on()
    {
        TaskCompletionSource worked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using RunningWebChat chat = await RunningWebChat.StartAsync(
            script: (_, _) => Task.FromResult(Proposal),
            presses: async (_, _, ct) =>
            {
                await worked.Task.WaitAsync(ct);
                return new TapAnswer("Done.", null);
            });
        await using BrowserVisit visit = await EnterAsync(chat);
        IPage page = visit.Page;
        ILocator confirm = page.GetByRole(AriaRole.Button, new() { Name = "Confirm" });

        await confirm.ClickAsync();
        await Expect(confirm).ToHaveAttributeAsync("aria-disabled", "true");
        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync(new() { Force = true });
        worked.SetResult();

        await Expect(page.Locator("#toast-text")).ToHaveTextAsync("Done.");
        await Expect(confirm).ToHaveAttributeAsync("aria-disabled", "false");
        Assert.Single(chat.Bot.Heard, heard => heard.Pressed is not null);
    }

    [Fact]
    public async Task Who_reads_elsewhere_keeps_his_place_when_a_message_above_grows()
    {
        await using RunningWebChat chat = await ProposeAsync();
        await using BrowserVisit visit = await EnterAsync(chat, height: 500);
        IPage page = visit.Page;
        ChatAddress here = chat.Bot.Heard.First().Address;
        for (int number = 1; number <= 12; number++)
            await chat.Chat.SendAsync(here, Proposal with { Title = $"News {number}", Buttons = [] }, Ct);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "News 12" })).ToBeVisibleAsync();
        await page.EvaluateAsync("() => document.querySelectorAll('.reply')[6].scrollIntoView({ block: 'start' })");
        double before = await TopAsync(page);

        await chat.Chat.EditAsync(new MessageRef(here, "1"), Grace with { Lines = [.. Enumerable.Range(1, 30).Select(number => $"Line {number}")] }, Ct);

        await Expect(page.GetByText("Line 30", new() { Exact = true })).ToBeAttachedAsync();
        Assert.Equal(before, await TopAsync(page), 1.0);

        static Task<double> TopAsync(IPage page) =>
            page.EvaluateAsync<double>("() => document.querySelectorAll('.reply')[6].getBoundingClientRect().top");
    }

    private static Task<RunningWebChat> ProposeAsync() => RunningWebChat.StartAsync(
        script: (_, _) => Task.FromResult(Proposal),
        presses: async (press, chat, ct) =>
        {
            await chat.EditAsync(press.Pressed!, Grace, ct);
            return new TapAnswer(null, null);
        });

    private async Task<BrowserVisit> EnterAsync(RunningWebChat chat, int height = 860)
    {
        BrowserVisit visit = await browser.VisitAsync(height: height);
        await visit.Page.GotoAsync($"{await chat.AddressAsync()}");
        await Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Confirm" })).ToBeVisibleAsync();
        return visit;
    }
}

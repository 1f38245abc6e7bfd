using System.Text.RegularExpressions;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;
using StakeBot.Testing;

namespace StakeBot.Adapters.Tests.Web;

/// <summary>The page as a person meets it: by labels, roles and names, with the keyboard.</summary>
public sealed class PageTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Fact]
    public async Task The_first_visit_is_greeted_and_a_reload_shows_the_same_conversation()
    {
        await using RunningWebChat chat = await RunningWebChat.StartAsync(commands: SampleTalk.Commands);
        await using BrowserVisit visit = await EnterAsync(chat);
        IPage page = visit.Page;
        Assert.Equal("/", new Uri(page.Url).PathAndQuery);
        await SeeAsync(page, "Hello, I am StakeBot");
        await page.GetByText("[PAPER]").WaitForAsync();
        await SayAsync(page, "good morning");
        await SeeAsync(page, "I heard you");
        await page.ReloadAsync();
        await SeeAsync(page, "I heard you");
        Assert.Equal(1, await page.GetByText("Hello, I am StakeBot").CountAsync());
        Assert.Equal(2, chat.Bot.Heard.Count);
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task A_command_is_completed_sent_and_recalled_with_the_keyboard_alone()
    {
        await using RunningWebChat chat = await RunningWebChat.StartAsync(commands: SampleTalk.Commands);
        await using BrowserVisit visit = await EnterAsync(chat);
        IPage page = visit.Page;
        await SeeAsync(page, "Hello, I am StakeBot");
        ILocator box = Box(page);
        await Assertions.Expect(box).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("/");
        ILocator options = page.GetByRole(AriaRole.Listbox, new() { Name = "Suggestions" }).GetByRole(AriaRole.Option);
        await Assertions.Expect(options).ToHaveCountAsync(5);
        await Assertions.Expect(options.Nth(2)).ToContainTextAsync("Draw the efficient frontier");
        await page.Keyboard.TypeAsync("fro");
        await Assertions.Expect(options).ToHaveCountAsync(1);
        await Assertions.Expect(options.First).ToHaveAttributeAsync("aria-selected", "true");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(box).ToHaveValueAsync("/frontier ");
        await Assertions.Expect(options).ToHaveCountAsync(4);
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(box).ToHaveAttributeAsync("aria-activedescendant", "suggestion-0");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(box).ToHaveValueAsync("/frontier measure:");
        await page.Keyboard.TypeAsync("cv");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(box).ToHaveValueAsync("/frontier measure:cvar ");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(options).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("Enter");
        await SeeAsync(page, "Efficient frontier");
        await Assertions.Expect(box).ToHaveValueAsync("");
        Assert.Equal("/frontier measure:cvar", chat.Bot.Heard.Last().Text);
        await page.Keyboard.PressAsync("ArrowUp");
        await Assertions.Expect(box).ToHaveValueAsync("/frontier measure:cvar");
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(box).ToHaveValueAsync("");
        await page.Keyboard.PressAsync("PageUp");
        await Assertions.Expect(page.GetByText("Hello, I am StakeBot")).ToBeInViewportAsync();
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task A_picture_has_alt_text_is_enlarged_and_has_its_table_below()
    {
        await using RunningWebChat chat = await RunningWebChat.StartAsync();
        await using BrowserVisit visit = await EnterAsync(chat);
        IPage page = visit.Page;
        await SayAsync(page, "/frontier");
        ILocator picture = page.GetByRole(AriaRole.Img, new() { Name = SampleTalk.FrontierAlt });
        await picture.WaitForAsync();
        await page.WaitForFunctionAsync("() => document.querySelector('.picture img').naturalWidth === 1200");
        await page.GetByText("Data table").ClickAsync();
        ILocator table = page.GetByRole(AriaRole.Table, new() { Name = "Stakes by model" });
        await Assertions.Expect(table.GetByRole(AriaRole.Row)).ToHaveCountAsync(4);
        await Assertions.Expect(table.GetByRole(AriaRole.Columnheader, new() { Name = "Stake (NMR)" })).ToHaveCSSAsync("text-align", "right");
        await page.GetByRole(AriaRole.Button, new() { Name = "Enlarge" }).PressAsync("Enter");
        ILocator dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByAltText(SampleTalk.FrontierAlt).WaitForAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(dialog).ToBeHiddenAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Enlarge" })).ToBeFocusedAsync();
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task A_tap_on_a_button_is_the_person_s_own_message()
    {
        await using RunningWebChat chat = await RunningWebChat.StartAsync();
        await using BrowserVisit visit = await EnterAsync(chat);
        IPage page = visit.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "Draw the frontier" }).ClickAsync();
        await SeeAsync(page, "Efficient frontier");
        await page.Locator(".mine", new() { HasText = "/frontier measure:cvar" }).WaitForAsync();
        Assert.Equal("/frontier measure:cvar", chat.Bot.Heard.Last().Text);
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task A_slow_command_shows_that_it_runs_and_can_be_stopped()
    {
        await using RunningWebChat chat = await RunningWebChat.StartAsync();
        await using BrowserVisit visit = await EnterAsync(chat);
        IPage page = visit.Page;
        await SeeAsync(page, "Hello, I am StakeBot");
        ILocator stop = page.GetByRole(AriaRole.Button, new() { Name = "Stop", Exact = true });
        await Assertions.Expect(stop).ToBeHiddenAsync();
        await SayAsync(page, "/slow");
        await page.GetByText("StakeBot is working on it").WaitForAsync();
        await Assertions.Expect(page.Locator(".dots i").First).ToHaveCSSAsync("animation-name", "none");
        await stop.ClickAsync();
        await SeeAsync(page, "You stopped this.");
        await Assertions.Expect(page.GetByText("You stopped this.")).ToBeInViewportAsync();
        await Assertions.Expect(stop).ToBeHiddenAsync();
        await Assertions.Expect(page.GetByText("StakeBot is working on it")).ToBeHiddenAsync();
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task A_hostile_name_is_shown_as_the_text_that_it_is()
    {
        await using RunningWebChat chat = await RunningWebChat.StartAsync();
        await using BrowserVisit visit = await EnterAsync(chat);
        IPage page = visit.Page;
        await SayAsync(page, "/status");
        await page.GetByRole(AriaRole.Rowheader, new() { Name = SampleTalk.HostileName }).WaitForAsync();
        await page.GetByText($"{SampleTalk.HostileName} 150.00 NMR").WaitForAsync();
        Assert.Equal(0, await page.Locator("#log img").CountAsync());
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task An_answer_comes_into_view_unless_the_person_reads_further_up()
    {
        await using RunningWebChat chat = await RunningWebChat.StartAsync();
        await using BrowserVisit visit = await browser.VisitAsync(height: 500, calm: false);
        IPage page = visit.Page;
        await page.GotoAsync($"{await chat.AddressAsync()}");
        await SeeAsync(page, "Hello, I am StakeBot");
        foreach (string text in (string[])["one", "two", "three", "four"])
        {
            await SayAsync(page, text);
            await Assertions.Expect(page.Locator(".reply", new() { HasText = text })).ToBeInViewportAsync();
        }
        await page.EvaluateAsync("() => document.getElementById('talk').scrollTo(0, 0)");
        await chat.Chat.SendAsync(chat.Bot.Heard.First().Address, new Reply { Mode = ExecutionMode.Paper, Title = "News" }, TestContext.Current.CancellationToken);
        await page.GetByRole(AriaRole.Button, new() { Name = "New answer below" }).ClickAsync();
        await Assertions.Expect(page.GetByText("News")).ToBeInViewportAsync();
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task Refusals_and_failures_say_so_in_words()
    {
        await using RunningWebChat chat = await RunningWebChat.StartAsync();
        await using BrowserVisit visit = await EnterAsync(chat);
        IPage page = visit.Page;
        await SayAsync(page, "/risk");
        ILocator refusal = page.GetByRole(AriaRole.Article, new() { Name = "The two-percent rule stands against it" });
        await refusal.GetByText("Not done").WaitForAsync();
        await SayAsync(page, "/fail");
        ILocator failure = page.GetByRole(AriaRole.Article, new() { Name = "Numerai did not answer" });
        await failure.GetByText("Something failed").WaitForAsync();
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task A_message_that_is_too_long_is_refused_before_it_is_sent()
    {
        await using RunningWebChat chat = await RunningWebChat.StartAsync();
        await using BrowserVisit visit = await EnterAsync(chat);
        IPage page = visit.Page;
        await SeeAsync(page, "Hello, I am StakeBot");
        await SayAsync(page, new string('x', 4001));
        await page.GetByText("4,001 characters are too many; 4,000 is the most. Nothing was sent.").WaitForAsync();
        Assert.Single(chat.Bot.Heard);
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task A_browser_that_was_not_let_in_sees_what_to_do()
    {
        await using RunningWebChat chat = await RunningWebChat.StartAsync();
        await using BrowserVisit visit = await browser.VisitAsync();
        IPage page = visit.Page;
        IResponse? response = await page.GotoAsync((await chat.AddressAsync()).GetLeftPart(UriPartial.Authority));
        Assert.Equal(403, response?.Status);
        await page.GetByRole(AriaRole.Heading, new() { Name = "This browser has not been let in yet" }).WaitForAsync();
    }

    [Fact]
    public async Task The_address_may_be_followed_from_another_page()
    {
        await using RunningWebChat chat = await RunningWebChat.StartAsync();
        await using BrowserVisit visit = await browser.VisitAsync();
        IPage page = visit.Page;
        Uri address = await chat.AddressAsync();
        // A page of no site at all is another site to every browser.
        await page.SetContentAsync($"<a href=\"{address}\">printed in a terminal</a>");
        await page.GetByRole(AriaRole.Link).ClickAsync();
        await SeeAsync(page, "Hello, I am StakeBot");
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task A_broken_line_is_told_and_a_restart_asks_for_the_new_address()
    {
        RunningWebChat chat = await RunningWebChat.StartAsync();
        await using BrowserVisit visit = await EnterAsync(chat);
        IPage page = visit.Page;
        await SeeAsync(page, "Hello, I am StakeBot");
        string port = $"{new Uri(page.Url).Port}";
        await chat.DisposeAsync();
        await page.GetByText("The line to StakeBot is broken. Trying again…").WaitForAsync();
        await SayAsync(page, "/status");
        await page.GetByText("StakeBot could not be reached.").WaitForAsync();
        await using RunningWebChat restarted = await RunningWebChat.StartAsync(settings: [("Web:Port", port)]);
        await page.GetByText("StakeBot was restarted. Open the newest address that it printed on its console.").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await page.GetByText("This browser has not been let in.").WaitForAsync();
        Assert.Empty(restarted.Bot.Heard);
    }

    [Fact]
    public async Task Of_many_tabs_the_oldest_rests_and_can_be_taken_up_again()
    {
        await using RunningWebChat chat = await RunningWebChat.StartAsync();
        await using BrowserVisit visit = await EnterAsync(chat);
        IPage first = visit.Page;
        await SeeAsync(first, "Hello, I am StakeBot");
        for (int more = 0; more < 4; more++)
        {
            IPage tab = await visit.NewTabAsync();
            await tab.GotoAsync(first.Url);
            await SeeAsync(tab, "Hello, I am StakeBot");
        }
        await first.GetByRole(AriaRole.Button, new() { Name = "Use this tab" }).ClickAsync();
        await SayAsync(first, "from the first tab");
        await SeeAsync(first, "I heard you");
        Assert.Equal(1, await first.GetByText("Hello, I am StakeBot").CountAsync());
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task What_could_be_typed_is_suggested_and_Enter_takes_it_only_where_it_cannot_mean_send()
    {
        // A leading ">" stands for "Enter takes the first".
        (string Typed, string Suggested)[] cases =
        [
            ("hello", ""),
            ("/", "/start /status /frontier /risk /slow"),
            ("/STA", "> /start /status"),
            ("/tat", "> /status"),
            ("/status", ""),
            ("/frontier", "/frontier"),
            ("/nothing ", ""),
            ("/frontier ", "measure: cap: points: unshrunk"),
            ("/frontier m", "measure:maxdrawdown measure:"),
            ("/frontier CVAR unshrunk ", "cap: points:"),
            ("/frontier measure:", "measure:variance measure:cvar measure:cdar measure:maxdrawdown"),
            ("/frontier measure:C", "> measure:cvar measure:cdar"),
            ("/frontier measure:cvar", ""),
            ("/frontier points:", ""),
            ("/risk K", ""),
            ("/risk models:K", ""),
        ];
        await using RunningWebChat chat = await RunningWebChat.StartAsync(commands: SampleTalk.Commands);
        await using BrowserVisit visit = await EnterAsync(chat);
        foreach ((string typed, string suggested) in cases)
        {
            string found = await visit.Page.EvaluateAsync<string>(
                """
                async typed => {
                  const { suggest } = await import('/page/suggest.js');
                  const { items, eager } = suggest(typed, await (await fetch('/api/commands')).json());
                  return (eager ? '> ' : '') + items.map(item => item.label).join(' ');
                }
                """,
                typed);
            Assert.Equal($"{typed} -> {suggested}", $"{typed} -> {found}");
        }
    }

    [Fact]
    public async Task Models_are_completed_with_the_keyboard_alone_and_their_names_stay_text()
    {
        await using RunningWebChat chat = await RunningWebChat.StartAsync(commands: SampleTalk.Commands);
        await using BrowserVisit visit = await EnterAsync(chat);
        IPage page = visit.Page;
        await SeeAsync(page, "Hello, I am StakeBot");
        ILocator box = Box(page);
        ILocator options = page.GetByRole(AriaRole.Listbox, new() { Name = "Suggestions" }).GetByRole(AriaRole.Option);
        await page.Keyboard.TypeAsync("/risk models:grey");
        await Assertions.Expect(options).ToHaveCountAsync(1);
        await Assertions.Expect(options.First).ToHaveAttributeAsync("aria-selected", "true");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(box).ToHaveValueAsync("/risk models:\"grey heron\"");
        await box.FillAsync("");
        await page.Keyboard.TypeAsync("/risk kes");
        await Assertions.Expect(options).ToHaveCountAsync(2);
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(box).ToHaveValueAsync("/risk models:KESTREL");
        await page.Keyboard.TypeAsync(",img");
        await Assertions.Expect(options).ToHaveCountAsync(1);
        await Assertions.Expect(options.First).ToContainTextAsync(SampleTalk.HostileName);
        Assert.Equal(0, await options.Locator("img").CountAsync());
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(options).ToHaveCountAsync(0);
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task Times_are_the_reader_s_own()
    {
        await using RunningWebChat chat = await RunningWebChat.StartAsync(time: new FakeTimeProvider(new DateTimeOffset(2026, 7, 1, 22, 30, 0, TimeSpan.Zero)));
        await using BrowserVisit visit = await EnterAsync(chat);
        await visit.Page.Locator("time", new() { HasText = "2 Jul, 0:30" }).Or(visit.Page.Locator("time", new() { HasText = "2 Jul, 00:30" })).WaitForAsync();
    }

    [Theory]
    [InlineData("light", 1200, 860, false)]
    [InlineData("dark", 1200, 860, true)]
    [InlineData("phone", 390, 844, false)]
    [InlineData("phone-dark", 390, 844, true)]
    [InlineData("narrow", 320, 640, false)]
    public async Task The_page_fits_its_window(string name, int width, int height, bool dark)
    {
        await using RunningWebChat chat = await RunningWebChat.StartAsync(commands: SampleTalk.Commands);
        await using BrowserVisit visit = await EnterAsync(chat, width, height, dark);
        IPage page = visit.Page;
        await SeeAsync(page, "Hello, I am StakeBot");
        foreach ((string command, string answer) in ((string, string)[])[("/frontier", "Efficient frontier"), ("/status", "Aviary account"), ("/risk", "two-percent rule stands"), (new string('w', 300), "I heard you")])
        {
            await SayAsync(page, command);
            await SeeAsync(page, answer);
        }
        await page.Keyboard.TypeAsync("/frontier ");
        await page.GetByText("The most that one model may hold").WaitForAsync();
        Assert.Equal(width, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        Assert.Equal(height, await page.EvaluateAsync<int>("() => document.documentElement.scrollHeight"));
        Assert.True(await page.EvaluateAsync<bool>("() => { const talk = document.getElementById('talk'); return talk.scrollWidth <= talk.clientWidth; }"));
        Match ground = Regex.Match(await page.EvaluateAsync<string>("() => getComputedStyle(document.documentElement).backgroundColor"), @"\d+");
        Assert.Equal(dark, int.Parse(ground.Value, System.Globalization.CultureInfo.InvariantCulture) < 128);
        await visit.ShootAsync($"web-{name}");
        Assert.Empty(visit.Faults);
    }

    private static ILocator Box(IPage page) => page.GetByLabel("Message");

    private static async Task SayAsync(IPage page, string text)
    {
        await Box(page).FillAsync(text);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();
    }

    private static Task SeeAsync(IPage page, string text) => page.GetByText(text).First.WaitForAsync();

    private async Task<BrowserVisit> EnterAsync(RunningWebChat chat, int width = 1200, int height = 860, bool dark = false)
    {
        BrowserVisit visit = await browser.VisitAsync(width, height, dark);
        await visit.Page.GotoAsync($"{await chat.AddressAsync()}");
        return visit;
    }
}

using Microsoft.Extensions.DependencyInjection;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;
using StakeBot.Bot.People;
using StakeBot.Bot.Ports.Staking;
using StakeBot.Core.Proposals;
using StakeBot.Testing;

namespace StakeBot.Bot.Tests.Execution;

public sealed class NoticesTests
{
    private const string Approver = "7";

    // The conversation that is written down, which on Telegram is called what the person in it is called.
    private const string InScript = "scripted";

    [Fact]
    public async Task Of_what_only_the_owner_can_decide_he_is_told_wherever_it_is_shown()
    {
        using Desk desk = Live();
        desk.Get<LegacyScript>().Answers = order => Another(desk, order);
        await ConfirmedByAnApproverAsync(desk);
        await desk.Passes(TimeSpan.FromMinutes(1));

        Assert.Equal(ProposalState.NeedsHuman, await desk.State());
        Assert.Single(Told(desk, "telegram", "I cannot tell whether Numerai took it"));
        Assert.Equal(ChatAddress.LocalPage, Assert.Single(Told(desk, "web", "I cannot tell whether Numerai took it")).Where.Address);
    }

    [Fact]
    public async Task Of_what_turns_up_late_the_owner_is_told_too()
    {
        using Desk desk = Live();
        StakeChangeOrder? lost = null;
        desk.Get<LegacyScript>().Answers = order =>
        {
            lost = order;
            return new StakeChangeAnswer.Doubtful("timeout", null);
        };
        await ConfirmedByAnApproverAsync(desk);
        await desk.Passes(TimeSpan.FromMinutes(30));
        desk.Get<LegacyScript>().Apply(lost!);
        await desk.Passes(TimeSpan.FromMinutes(45));

        Assert.Single(Told(desk, "web", "took it after all"));
        Assert.Single(Told(desk, "telegram", "took it after all"));
    }

    [Fact]
    public async Task In_safe_mode_the_owner_is_asked_too()
    {
        using Desk desk = Live();
        await ConfirmedByAnApproverAsync(desk);
        await desk.Store.EnterSafeModeAsync("it was restored from a backup.", TestContext.Current.CancellationToken);
        await desk.Passes(TimeSpan.FromMinutes(1));

        Assert.Equal(ProposalState.NeedsHuman, await desk.State());
        Assert.Single(Told(desk, "web", "until you decide: /decide"));
        Assert.Single(Told(desk, "telegram", "until you decide: /decide"));
    }

    [Theory]
    [InlineData("web")]
    [InlineData("telegram")]
    public async Task Where_the_owner_sees_it_himself_he_is_told_once(string platform)
    {
        using Desk desk = Live(services =>
        {
            if (platform == "telegram")
                services.AddSingleton(new PlatformInUse("telegram", Configured: true, OwnerId: InScript));
        });
        desk.Get<LegacyScript>().Answers = order => Another(desk, order);
        desk.Chat.As(platform, InScript);
        await GoLiveAsync(desk);
        await ProposeAndConfirmAsync(desk);
        await desk.Passes(TimeSpan.FromMinutes(1));

        Assert.Equal(ProposalState.NeedsHuman, await desk.State());
        Assert.Single(Told(desk, platform, "I cannot tell whether Numerai took it"));
    }

    private static Desk Live(Action<IServiceCollection>? more = null) => new(ExecutionMode.DryRun, more: services =>
    {
        LegacyScript.Add(services);
        more?.Invoke(services);
    });

    private static StakeChangeAnswer.Doubtful Another(Desk desk, StakeChangeOrder order)
    {
        desk.Get<LegacyScript>().Enter(order.Model, order.Kind, 1.25m);
        return new StakeChangeAnswer.Doubtful("timeout", null);
    }

    private static async Task ConfirmedByAnApproverAsync(Desk desk)
    {
        await GoLiveAsync(desk);
        await desk.Chat.Says("/people invite approver Ben");
        string line = desk.Chat.Last.Lines.First(text => text.StartsWith("Code ", StringComparison.Ordinal));
        await desk.Chat.As("telegram", Approver).Says($"/start {line["Code ".Length..line.IndexOf(',', StringComparison.Ordinal)]}");
        await ProposeAndConfirmAsync(desk);
    }

    private static async Task GoLiveAsync(Desk desk)
    {
        await desk.Chat.Says("/mode live");
        await desk.Chat.Says($"/mode live {desk.Chat.Last.Lines[1].Split(' ')[^1]}");
    }

    private static async Task ProposeAndConfirmAsync(Desk desk)
    {
        await desk.Chat.Says("/propose manual amounts:GULL=12");
        await desk.Chat.Says($"/confirm {(await desk.Newest()).Proposal.Code} 3.00");
        Assert.Equal(ProposalState.Grace, await desk.State());
    }

    private static IEnumerable<ShownMessage> Told(Desk desk, string platform, string text) =>
        desk.Chat.On(platform).Shown.Where(shown => shown.Text.Contains("You should know", StringComparison.Ordinal) && shown.Text.Contains(text, StringComparison.Ordinal));
}

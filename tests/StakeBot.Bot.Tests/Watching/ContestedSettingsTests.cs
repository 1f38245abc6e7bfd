using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.People;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Bot.Watching.Auto;
using StakeBot.Bot.Watching.Digests;
using StakeBot.Bot.Watching.Schedules;
using StakeBot.Testing;

namespace StakeBot.Bot.Tests.Watching;

/// <summary>Two change a setting at the same moment, or one while the bot works by it.</summary>
public sealed class ContestedSettingsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/auto off", false, null)]
    [InlineData("/auto threshold:7%", true, 0.07)]
    public async Task What_the_owner_sets_while_a_proposal_is_reckoned_counts_and_no_proposal_is_entered(string typed, bool isOn, double? threshold)
    {
        using Watchtower tower = new(Noon);
        await tower.Chat.Says("/auto on");
        TaskCompletionSource held = new();
        tower.Account.Delay = held.Task;

        Task<DueStep> look = Auto(tower).HandleAsync(new DueItem(AutoBook.Threshold, AutoBook.Kind, Noon, "{}"), Ct);
        Assert.False(look.IsCompleted);
        await tower.Chat.Says(typed);
        held.SetResult();
        await look;

        Assert.Empty(await tower.Get<ProposalBook>().AllAsync(Ct));
        AutoSetting setting = (await tower.Get<AutoBook>().FindAsync(Ct))!;
        Assert.Equal((isOn, threshold, (DateTimeOffset?)null), (setting.IsOn, setting.Threshold, setting.MadeAt));
    }

    [Fact]
    public async Task A_calendar_day_is_not_lost_by_a_change_during_its_look()
    {
        using Watchtower tower = new(Noon);
        await tower.Chat.Says("/auto on every:day at:12:00");
        TaskCompletionSource held = new();
        tower.Account.Delay = held.Task;

        Task<DueStep> look = Auto(tower).HandleAsync(new DueItem(AutoBook.Calendar, AutoBook.Kind, Noon, "{}"), Ct);
        await tower.Chat.Says("/auto cooldown:48");
        held.SetResult();

        Assert.Equal(Noon + AutoBook.FirstLook, (await look).Next!.Due);
    }

    [Fact]
    public async Task Two_changes_of_the_automatic_setting_at_once_are_both_there()
    {
        FakeTimeProvider time = new(Noon);
        ContestedStore store = new(new FakeStore());
        AutoBook book = new(store, time);
        await book.ChangeAsync(_ => new AutoSetting { IsOn = true }, "web:1", Ct);

        store.First = () => book.ChangeAsync(setting => setting! with { IsOn = false }, "web:1", Ct);
        AutoSetting? after = await book.ChangeAsync(setting => setting! with { Threshold = 0.05 }, "telegram:7", Ct);

        Assert.Equal((false, 0.05), (after!.IsOn, after.Threshold));
        Assert.Equal(after, await book.FindAsync(Ct));
    }

    [Fact]
    public async Task A_digest_that_arrives_while_its_setting_is_changed_is_noted_and_the_change_stays()
    {
        FakeTimeProvider time = new(Noon);
        ContestedStore store = new(new FakeStore());
        DigestBook book = new(store, time, NullLogger<DigestBook>.Instance);
        Person ana = new(new PlatformIdentity("web", "1", "Ana"), Role.Owner) { Id = Member.OwnerId };
        DigestSetting first = new() { Person = ana.Id, Platform = "web", Chat = "1", IsOn = true };
        await book.ChangeAsync(ana, _ => first, Ct);

        store.First = () => book.ToldAsync(ana.Id, Noon, Ct);
        await book.ChangeAsync(ana, setting => setting! with { IsOn = false }, Ct);
        Assert.Equal(first with { IsOn = false, ToldUpTo = Noon }, await book.FindAsync(ana.Id, Ct));

        store.First = () => book.ChangeAsync(ana, setting => setting! with { IsOn = true }, Ct);
        await book.DoubtAsync(ana.Id, "2026-11-22", Ct);
        Assert.Equal(first with { ToldUpTo = Noon, Doubtful = "2026-11-22" }, await book.FindAsync(ana.Id, Ct));
    }

    private static IDueHandler Auto(Watchtower tower) => tower.Get<IEnumerable<IDueHandler>>().Single(handler => handler.Kind == AutoBook.Kind);
}

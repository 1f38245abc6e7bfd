using StakeBot.Bot.Chat;
using StakeBot.Bot.Ports;
using StakeBot.Bot.Tests.Watching;
using StakeBot.Bot.Watching.Digests;

namespace StakeBot.Bot.Tests.Conversations;

/// <summary>Digests that do not arrive: none is given up in silence.</summary>
public sealed class LostDigestsTalk : IDisposable
{
    private const string Chat = "scripted";

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly DateTimeOffset Sunday = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private readonly Watchtower _tower = new(Sunday);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _tower.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_that_fails_fast_until_patience_ends_is_told_of_in_the_next(bool isClosedPage)
    {
        await _tower.Chat.Says("/digest on at:08:00 zone:UTC content:full");
        await _tower.Passes(TimeSpan.FromHours(19.9));
        _tower.Chat.On("web").Outage = isClosedPage ? _ => new ChatUnavailableException("No page of the local chat is open.") : null;
        _tower.Account.Fault = isClosedPage ? null : new NumeraiUnavailableException("Numerai did not answer.");
        await _tower.PassesSlowly(TimeSpan.FromHours(3));
        _tower.Chat.On("web").Outage = null;
        _tower.Account.Fault = null;
        Assert.Empty(_tower.Digests);

        await _tower.Passes(Day);

        Assert.Contains("The digest of 2026-11-23 did not reach you, or may not have", Assert.Single(_tower.Digests), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_that_the_platform_refused_are_told_of_when_it_takes_the_next_and_count_no_more()
    {
        await _tower.LetIn("telegram", "7001", "Ben");
        await _tower.Chat.Says("/digest on at:08:00 zone:UTC content:full");
        _tower.Chat.On("telegram").Gone.Add(Chat);
        await _tower.Passes(2 * Day);
        Assert.True(Setting(await Settings()).IsOn);

        _tower.Chat.On("telegram").Gone.Clear();
        await _tower.Passes(Day);
        Assert.Contains("2 digests, the last that of 2026-11-24, did not reach you", Assert.Single(Digests("telegram")), StringComparison.Ordinal);

        _tower.Chat.On("telegram").Gone.Add(Chat);
        await _tower.Passes(2 * Day);
        Assert.True(Setting(await Settings()).IsOn);
    }

    [Fact]
    public async Task After_three_that_the_platform_refused_it_is_off_and_the_owner_knows()
    {
        await _tower.LetIn("telegram", "7001", "Ben");
        await _tower.Chat.Says("/digest on at:08:00 zone:UTC");
        _tower.Chat.On("telegram").Gone.Add(Chat);

        await _tower.Passes(3 * Day);

        DigestSetting ben = Setting(await Settings());
        Assert.False(ben.IsOn);
        Assert.Null(await _tower.Due.FindAsync(DigestBook.ItemId(ben.Person), Ct));
        Assert.Equal(["digest-set", "digest-unreachable", "digest-unreachable", "digest-stopped"], await Journal(ben.Person));
        Assert.Single(_tower.ShownOn("web"), text => text.Contains(
            "Ben's digest could not be shown on telegram three times in a row, because I may not write there any more. I have switched it off. I cannot reach him anywhere else: tell him.", StringComparison.Ordinal));

        _tower.Chat.On("telegram").Gone.Clear();
        await _tower.Chat.Says("/digest on");
        await _tower.Passes(Day);
        Assert.Single(Digests("telegram"));
    }

    [Fact]
    public async Task He_is_told_on_another_platform_when_he_has_one()
    {
        await _tower.LetIn("telegram", "7001", "Ben");
        await _tower.Chat.Says("/people bind");
        await _tower.Chat.As("discord", "9001", isPrivate: true).Says($"/start {Watchtower.CodeIn(_tower.Chat.Last)}");
        await _tower.Chat.As("telegram", "7001", isPrivate: true).Says("/digest on at:08:00 zone:UTC");
        _tower.Chat.On("telegram").Gone.Add(Chat);

        await _tower.Passes(3 * Day);

        Assert.Single(_tower.ShownOn("discord"), text => text.Contains("Your digest could not be shown on telegram three times in a row", StringComparison.Ordinal)
            && text.Contains("/digest on, typed here, brings it into this conversation.", StringComparison.Ordinal));
        Assert.DoesNotContain(_tower.ShownOn("web"), text => text.Contains("could not be shown", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_owner_who_is_known_nowhere_else_is_told_on_the_local_page()
    {
        await _tower.Chat.Says("/people bind");
        await _tower.Chat.As("telegram", "1001", isPrivate: true).Says($"/start {Watchtower.CodeIn(_tower.Chat.Last)}");
        await _tower.Chat.Says("/digest on at:08:00 zone:UTC");
        _tower.Chat.On("telegram").Gone.Add(Chat);

        await _tower.Passes(3 * Day);

        Assert.False(Setting(await Settings()).IsOn);
        Assert.Single(_tower.ShownOn("web"), text => text.Contains("Your digest could not be shown on telegram", StringComparison.Ordinal));
    }

    private static DigestSetting Setting(IReadOnlyList<DigestSetting> all) => Assert.Single(all);

    private Task<IReadOnlyList<DigestSetting>> Settings() => _tower.Get<DigestBook>().AllAsync(Ct);

    private IReadOnlyList<string> Digests(string platform) => [.. _tower.ShownOn(platform).Where(text => text.Contains("burn risk", StringComparison.Ordinal))];

    private async Task<IReadOnlyList<string>> Journal(string person) =>
        [.. (await _tower.Store.ReadJournalAsync(1, 1000, $"digest:{person}", Ct)).Select(record => record.Entry.Event)];
}

using Microsoft.Extensions.DependencyInjection;
using StakeBot.Bot.Chat;
using StakeBot.Bot.People;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Bot.Tests.Watching;
using StakeBot.Bot.Watching.Digests;

namespace StakeBot.Bot.Tests.Conversations;

/// <summary>Whose digest it is, and where only he reads it.</summary>
public sealed class DigestReadersTalk : IDisposable
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly DateTimeOffset Sunday = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private readonly Watchtower _tower = new(Sunday);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _tower.Dispose();

    [Fact]
    public async Task Who_was_removed_gets_no_more_digests_and_nothing_of_his_is_kept()
    {
        await _tower.LetIn("telegram", "7001", "Ben");
        await _tower.Chat.Says("/digest on at:08:00");
        string ben = Assert.Single(await Settings()).Person;
        await _tower.Passes(Day);
        Assert.Single(Digests("telegram"));

        await _tower.Chat.As("web", "scripted").Says("/people remove Ben");
        await _tower.Passes(2 * Day);

        Assert.Single(Digests("telegram"));
        Assert.Empty(await Settings());
        Assert.Null(await _tower.Due.FindAsync(DigestBook.ItemId(ben), Ct));
        Assert.Contains("digest-removed", await Journal(ben));
    }

    [Fact]
    public async Task A_digest_that_is_on_its_way_while_its_reader_is_removed_is_not_shown()
    {
        await _tower.LetIn("telegram", "7001", "Ben");
        await _tower.Chat.Says("/digest on at:08:00");
        await WaitsInTheOutbox();

        await _tower.Chat.As("web", "scripted").Says("/people remove Ben");
        await _tower.Chat.Settles();

        Assert.Empty(Digests("telegram"));
        Assert.Empty(await Settings());
    }

    [Fact]
    public async Task A_digest_that_is_on_its_way_while_it_is_switched_off_is_not_shown()
    {
        await _tower.LetIn("telegram", "7001", "Ben");
        await _tower.Chat.Says("/digest on at:08:00");
        await _tower.Chat.Says("/digest off");
        await WaitsInTheOutbox();
        await _tower.Chat.Settles();

        Assert.Empty(Digests("telegram"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_platform_that_was_unbound_gets_no_more_even_when_another_id_is_bound_there(bool bindsAnother)
    {
        await Binds("telegram", "1001");
        await _tower.Chat.Says("/digest on at:08:00 quiet:22:00-07:00");
        await _tower.Passes(Day);
        Assert.Single(Digests("telegram"));

        await _tower.Chat.Says("/people unbind telegram");
        if (bindsAnother)
            await Binds("telegram", "1002");
        await _tower.Passes(2 * Day);

        Assert.Single(Digests("telegram"));
        DigestSetting owner = Assert.Single(await Settings());
        Assert.False(owner.IsOn);
        Assert.NotNull(owner.Quiet());
        Assert.Null(await _tower.Due.FindAsync(DigestBook.ItemId("owner"), Ct));
    }

    [Fact]
    public async Task A_platform_that_is_not_configured_for_a_while_ends_no_digest_of_the_owner()
    {
        bool isConfigured = true;
        using Watchtower tower = new(Sunday, services => services.AddSingleton(_ => new PlatformInUse("telegram", isConfigured, "1001")));
        await tower.Chat.As("telegram", "1001", isPrivate: true).Says("/digest on at:08:00");
        isConfigured = false;
        tower.Restart();
        await tower.Passes(2 * Day);
        Assert.Empty(tower.Digests);
        isConfigured = true;
        tower.Restart();
        await tower.Passes(Day);
        Assert.Single(tower.Chat.On("telegram").Shown, shown => shown.Text.Contains("burn risk", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_setting_without_the_readers_id_counts_wherever_he_is_known()
    {
        await Binds("telegram", "1001");
        await _tower.Chat.Says("/digest on at:08:00");
        StoredRecord record = Assert.Single(await _tower.Store.ListAsync("digests", "", Ct));
        string old = record.Body.Replace("\"reader\":\"1001\",", "", StringComparison.Ordinal);
        Assert.NotEqual(record.Body, old);
        await _tower.Store.TryTransitionAsync(new Transition(new JournalEntry(Sunday, "test", "test", "test", "{}"), [new RecordWrite("digests", "owner", record.Version, old)], []), Ct);

        await _tower.Passes(Day);
        Assert.Single(Digests("telegram"));
        await _tower.Chat.Says("/people unbind telegram");
        await _tower.Passes(Day);

        Assert.Single(Digests("telegram"));
    }

    [Theory]
    [InlineData("discord", "/digest on at:08:00")]
    [InlineData("discord", "/digest at:09:00")]
    [InlineData("discord", "/digest zone:berlin")]
    [InlineData("telegram", "/digest on")]
    [InlineData("telegram", "/digest quiet:22:00-07:00")]
    public async Task Where_others_read_it_is_settled_for_a_private_message(string platform, string typed)
    {
        await _tower.LetIn(platform, "7001", "Ben");

        await _tower.Chat.As(platform, "7001").Says(typed);

        _tower.Chat.SeesKind(ReplyKind.Answer).Sees($"in a private message to you on {platform}");
        DigestSetting settled = Assert.Single(await Settings());
        Assert.Equal((platform, "7001"), (settled.Platform, settled.Chat));
        await _tower.Passes(Day);
        Assert.All(
            _tower.Chat.On(platform).Shown.Where(shown => shown.Text.Contains("burn risk", StringComparison.Ordinal)),
            shown => Assert.Equal("7001", shown.Where.Address.Chat));
        Assert.Single(Digests(platform));
    }

    [Fact]
    public async Task Where_others_read_it_can_be_seen_tried_and_switched_off()
    {
        await _tower.LetIn("discord", "7001", "Ben");
        await _tower.Chat.Says("/digest on at:08:00");

        await _tower.Chat.As("discord", "7001").Says("/digest");
        _tower.Chat.Sees("Digest: daily 08:00 UTC");
        await _tower.Chat.As("web", "scripted").Says("/digest");
        _tower.Chat.Sees("Digest: off");
        await _tower.Chat.As("discord", "7001").Says("/digest");
        await _tower.Chat.Says("/digest test");
        _tower.Chat.SeesKind(ReplyKind.Answer).Sees("burn risk");
        await _tower.Chat.Says("/digest off");
        _tower.Chat.Sees("Digest: off");

        Assert.False(Assert.Single(await Settings()).IsOn);
    }

    private IReadOnlyList<string> Digests(string platform) => [.. _tower.ShownOn(platform).Where(text => text.Contains("burn risk", StringComparison.Ordinal))];

    private Task<IReadOnlyList<DigestSetting>> Settings() => _tower.Get<DigestBook>().AllAsync(Ct);

    private async Task<IReadOnlyList<string>> Journal(string person) =>
        [.. (await _tower.Store.ReadJournalAsync(1, 1000, $"digest:{person}", Ct)).Select(record => record.Entry.Event)];

    private async Task Binds(string platform, string id)
    {
        await _tower.Chat.As("web", "scripted").Says("/people bind");
        await _tower.Chat.As(platform, id, isPrivate: true).Says($"/start {Watchtower.CodeIn(_tower.Chat.Last)}");
    }

    private async Task WaitsInTheOutbox()
    {
        DigestSetting one = Assert.Single(await Settings());
        OutgoingMessage message = new("digest:waits", one.Platform, one.Chat, OutgoingPriority.Digest, new DigestNote(one.Person, "2026-11-22", 0, Sunday).Write(), Sunday);
        await _tower.Store.TryTransitionAsync(new Transition(new JournalEntry(Sunday, "digest:test", "test", "test", "{}"), [], [message]), Ct);
    }
}

using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Bot.Watching.Auto;
using StakeBot.Bot.Watching.Digests;
using StakeBot.Core.Accounting;
using StakeBot.Core.Money;
using StakeBot.Core.Tournaments;

namespace StakeBot.Bot.Tests.Watching;

/// <summary>Settings out of a store that was moved from elsewhere: of a zone that this machine does not know, or that cannot be read at all.</summary>
public sealed class UnknownZoneTests : IDisposable
{
    private const string Zone = "Atlantis/Poseidonis";

    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private readonly Watchtower _tower = new(Noon);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private List<string> Unknown => [.. _tower.Alerts.Where(alert => alert.Contains("does not know the time zone", StringComparison.Ordinal))];

    public void Dispose() => _tower.Dispose();

    [Fact]
    public async Task A_digest_of_an_unknown_zone_comes_by_UTC_and_whose_it_is_is_told_until_he_mends_it()
    {
        await PutAsync("digests", "owner", new DigestSetting { Person = "owner", Platform = "web", Chat = "scripted", IsOn = true, Zone = Zone, QuietFrom = new(22, 0), QuietTo = new(7, 0) });

        await _tower.Passes(TimeSpan.FromHours(21));
        Assert.Single(_tower.Digests);
        Assert.Contains($"time zone {Zone}: the times of your digest and your quiet hours are read as UTC", Assert.Single(Unknown), StringComparison.Ordinal);

        await _tower.Chat.Says("/digest");
        _tower.Chat.Sees($"in UTC, because this machine does not know {Zone}");
        await _tower.Chat.Says("/digest zone:Europe/Berlin");
        await _tower.Passes(TimeSpan.FromMinutes(11));
        Assert.Contains("No longer so", Unknown[1], StringComparison.Ordinal);
        await _tower.Passes(TimeSpan.FromDays(3));
        Assert.Equal(2, Unknown.Count);
    }

    [Fact]
    public async Task One_setting_that_cannot_be_used_stops_nobody_else_s_digest_no_alert_and_no_proposal()
    {
        await _tower.Chat.Says("/digest on at:08:00 zone:UTC");
        await _tower.Chat.Says("/auto on");
        await WriteAsync("digests", "ben", "{\"from\":\"another version\"}");
        await PutAsync("digests", "carl", new DigestSetting { Person = "carl", Platform = "telegram", Chat = "9", IsOn = true, Days = "NODAY" });
        await PutAsync("digests", "dora", new DigestSetting { Person = "dora", Platform = "discord", Chat = "11", IsOn = true, Zone = Zone });
        _tower.Restart();
        Burns();

        await _tower.Passes(TimeSpan.FromHours(1));
        Assert.Contains(_tower.Alerts, alert => alert.Contains("burned in seven days", StringComparison.Ordinal));
        Assert.Single(await _tower.Get<ProposalBook>().AllAsync(Ct));
        await _tower.Passes(TimeSpan.FromHours(20));

        Assert.Single(_tower.Digests);
        Assert.Contains(_tower.Chat.On("discord").Shown, shown => shown.Text.Contains("burn risk", StringComparison.Ordinal));
        Assert.Contains(_tower.Chat.On("discord").Shown, shown => shown.Text.Contains("/digest zone:Europe/Berlin", StringComparison.Ordinal));
        Assert.Empty(Unknown);
    }

    [Fact]
    public async Task The_owner_s_own_setting_that_cannot_be_read_keeps_no_alert_from_him()
    {
        await WriteAsync("digests", "owner", "{\"from\":\"another version\"}");
        Burns();

        await _tower.Passes(TimeSpan.FromHours(1));

        Assert.Contains(_tower.Alerts, alert => alert.Contains("burned in seven days", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_calendar_of_an_unknown_zone_comes_by_UTC_and_the_owner_is_told()
    {
        await PutAsync("switches", "auto", new AutoSetting { IsOn = true, Cron = "0 13 * * *", Zone = Zone, MadeAt = Noon });
        _tower.Restart();

        await _tower.Passes(TimeSpan.FromMinutes(30));

        Assert.Equal(Noon.AddHours(1), (await _tower.Due.FindAsync(AutoBook.Calendar, Ct))!.Due);
        Assert.Contains("Set it again, such as /auto zone:Europe/Berlin.", Assert.Single(Unknown), StringComparison.Ordinal);
    }

    private Task PutAsync<T>(string collection, string key, T setting) => WriteAsync(collection, key, RecordJson.Write(setting));

    private async Task WriteAsync(string collection, string key, string body) =>
        Assert.True(await _tower.Store.TryTransitionAsync(new Transition(new JournalEntry(Noon, key, "test", "test", "{}"), [new RecordWrite(collection, key, 0, body)], []), Ct));

    private void Burns()
    {
        Model model = _tower.Account.Snapshot.Stakes.First().Model;
        _tower.Account.Ledger = new Ledger(
            [new LedgerEntry(_tower.Account.Snapshot.TakenAt.AddHours(-3), model, new RoundNumber(1340), LedgerKind.Burn, new Nmr(30), new Nmr(50))]);
        _tower.Account.Version++;
    }
}

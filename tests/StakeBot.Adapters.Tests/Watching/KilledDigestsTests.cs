using System.Globalization;
using LiteDB;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using StakeBot.Adapters.Store;
using StakeBot.Adapters.Store.Lite;
using StakeBot.Bot.Jobs;
using StakeBot.Bot.People;
using StakeBot.Bot.Watching.Digests;
using StakeBot.Bot.Watching.Schedules;
using StakeBot.StoreVictim.Digesting;
using StakeBot.StoreVictim.Executing;

namespace StakeBot.Adapters.Tests.Watching;

/// <summary>
/// Hundreds of digests are due at one minute, and the process is killed again and again while it sends them. Nobody gets his twice. Everybody gets his
/// once, but for those that were handed to the platform when a kill came: nobody can know whether these arrived, so they are not sent again, and the
/// outbox says so. STAKEBOT_KILLS sets how many times: a quarter of what others are killed, because many digests are sent between two kills.
/// </summary>
public sealed class KilledDigestsTests(ITestOutputHelper output) : IDisposable
{
    private const int PeopleForEachKill = 25;
    private const int HandedOverAtMost = 16;
    private const int MostSpins = 400_000;

    // After the last victim's clock, and before it is too late for a digest.
    private static readonly TimeSpan LastStart = TimeSpan.FromMinutes(60), End = TimeSpan.FromMinutes(110);
    private static readonly DateTimeOffset Due = new(2026, 11, 23, 7, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("stakebot-test-").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static int Kills => Math.Max(4, int.Parse(Environment.GetEnvironmentVariable("STAKEBOT_KILLS") ?? "40", CultureInfo.InvariantCulture) / 4);

    private static int People => PeopleForEachKill * Kills;

    private string Screens => Path.Combine(_folder, "screens.txt");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Killed_while_they_are_sent_digests_come_at_most_once_and_none_is_lost()
    {
        await File.WriteAllTextAsync(Screens, "", Ct);
        await EnterAsync();
        Random random = new(20261123);
        for (int kill = 0; kill < Kills; kill++)
        {
            int left = People - Shown().Length - HandedOverAtMost * kill;
            using DigestVictim victim = DigestVictim.Start(_folder, Due + LastStart * kill / Kills, Screens);
            await victim.KillAsync(random.Next(Math.Max(1, left / (Kills - kill) - HandedOverAtMost)), random.Next(MostSpins));
        }
        int shownBefore = Shown().Length;
        await EndAsync();

        Dictionary<string, int> shown = Shown().CountBy(line => line.Split(':')[0]).ToDictionary();
        Dictionary<string, string?> over = Over();
        string[] doubtful = [.. over.Where(one => one.Value is not null).Select(one => one.Key)];
        int neverShown = doubtful.Count(person => !shown.ContainsKey(person));
        output.WriteLine($"{Kills} kills, {People} digests: {shownBefore} shown before the last run; {doubtful.Length} doubtful, of which {doubtful.Length - neverShown} had arrived and {neverShown} had not.");

        Assert.All(shown.Values, times => Assert.Equal(1, times));
        Assert.Equal(Everybody().Order(StringComparer.Ordinal), over.Keys.Order(StringComparer.Ordinal));
        Assert.All(over.Where(one => one.Value is null), sent => Assert.True(shown.ContainsKey(sent.Key), $"{sent.Key} counts as sent."));
        Assert.All(doubtful, person => Assert.Contains("interrupted", over[person], StringComparison.Ordinal));
        Assert.InRange(doubtful.Length, 0, HandedOverAtMost * Kills);
        Assert.InRange(shownBefore, 1, People - 1);
    }

    private static IEnumerable<string> Everybody() => Enumerable.Range(0, People).Select(number => $"person-{number}");

    private string[] Shown() => File.ReadAllLines(Screens);

    // The day before, so that the digest of the morning is the first.
    private async Task EnterAsync()
    {
        FakeTimeProvider time = new(Due.AddHours(-12));
        using FolderLock held = FolderLock.Take(_folder);
        using LiteStore store = new(new StoreSetup(_folder, time) { BallastBytes = 0 });
        await store.OpenAsync(Ct);
        DigestBook book = new(store, time, NullLogger<DigestBook>.Instance, store.Due);
        Person owner = ProposedChange.Confirmer();
        foreach (string person in Everybody())
        {
            DigestSetting setting = new() { Person = person, Platform = ProposedChange.Platform, Chat = person, IsOn = true, At = new TimeOnly(7, 0), Zone = "UTC" };
            (_, DateTimeOffset? next) = await book.ChangeAsync(owner with { Id = person }, _ => setting, Ct);
            Assert.Equal(Due, next);
        }
    }

    /// <summary>A last run, which nobody kills, does what is left.</summary>
    private async Task EndAsync()
    {
        FakeTimeProvider time = new(Due + End);
        using FolderLock held = FolderLock.Take(_folder);
        using LiteStore store = new(new StoreSetup(_folder, time) { BallastBytes = 0 });
        await store.OpenAsync(Ct);
        Assert.Null(store.SafeMode);
        await using ServiceProvider house = DigestHouse.Build(store, time, Screens);
        await house.GetRequiredService<DueWorker>().RunOnceAsync(Ct);
        time.Advance(TimeSpan.FromMinutes(2));
        await house.GetRequiredService<OutboxSender>().DrainAsync(Ct);
        foreach (string person in Everybody())
            Assert.Equal(Due.AddDays(1), (await store.Due.FindAsync(DigestBook.ItemId(person), Ct))?.Due);
    }

    /// <summary>The digests that are over, by person, with the reason where one was given up.</summary>
    private Dictionary<string, string?> Over()
    {
        string day = Due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        using LiteDatabase file = LiteFile.Open(new StoreSetup(_folder, TimeProvider.System).File);
        return file.GetCollection("outboxOver").FindAll()
            .Where(message => message["_id"].AsString.EndsWith(day, StringComparison.Ordinal))
            .ToDictionary(message => message["_id"].AsString.Split(':')[1], message => message["reason"].IsNull ? null : message["reason"].AsString);
    }
}

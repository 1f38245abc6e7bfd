using System.Globalization;
using StakeBot.Adapters.Store;
using StakeBot.Adapters.Store.Lite;
using StakeBot.Testing;

namespace StakeBot.Adapters.Tests.Store.Lite;

/// <summary>
/// What was acknowledged survives SIGKILL at any moment. STAKEBOT_KILLS sets how many times; before a release 200 say more than the usual 40.
/// </summary>
public sealed class KillTests : IDisposable
{
    private const int MostAcknowledgements = 60;
    private const int MostSpins = 100_000;

    private readonly string _folder = ScratchFolder.New();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static int Kills => int.Parse(Environment.GetEnvironmentVariable("STAKEBOT_KILLS") ?? "40", CultureInfo.InvariantCulture);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Nothing_acknowledged_is_lost_by_a_kill()
    {
        Random random = new(20261122);
        long acknowledged = 0;
        for (int kill = 0; kill < Kills; kill++)
        {
            using (Victim victim = Victim.In(_folder))
                acknowledged = Math.Max(acknowledged, await victim.KillAsync(1 + random.Next(MostAcknowledgements), random.Next(MostSpins)));
            await CheckAsync(acknowledged);
        }
    }

    [Fact]
    public async Task A_second_process_is_refused_until_the_first_is_dead()
    {
        long acknowledged;
        using (Victim first = Victim.In(_folder))
        {
            await first.WaitUntilItHasWrittenAsync();
            using Victim second = Victim.In(_folder);
            (int exitCode, string[] lines) = await second.EndAsync();

            Assert.Equal(78, exitCode);
            Assert.Contains("Another StakeBot uses the data folder", Assert.Single(lines), StringComparison.Ordinal);
            Assert.Throws<FolderTakenException>(() => FolderLock.Take(_folder));
            acknowledged = await first.KillAsync(1, 0);
        }
        await CheckAsync(acknowledged);
    }

    [Fact]
    public async Task A_disk_that_takes_no_more_loses_nothing_acknowledged()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "A limit of file sizes stands for the full disk, and this system has none.");
        string[] lines;
        using (Victim victim = Victim.In(_folder, mostKilobytes: 400))
            lines = (await victim.EndAsync()).Lines;
        string[] failures = [.. lines.Where(line => line.StartsWith("failed", StringComparison.Ordinal))];
        long acknowledged = Victim.LastAcknowledged(lines);
        long found = long.Parse(failures[^1].Split(' ')[2], CultureInfo.InvariantCulture);

        Assert.Equal(3, failures.Length);
        Assert.True(acknowledged > 10, string.Join('\n', lines));
        Assert.InRange(found, acknowledged, acknowledged + 3);
        await CheckAsync(found);
        using (Victim withRoom = Victim.In(_folder))
            acknowledged = await withRoom.KillAsync(5, 0);
        Assert.InRange(acknowledged, found + 5, long.MaxValue);
        await CheckAsync(acknowledged);
    }

    private async Task CheckAsync(long acknowledged)
    {
        using FolderLock held = FolderLock.Take(_folder);
        using LiteStore store = new(new StoreSetup(_folder, TimeProvider.System) { BallastBytes = 0 });
        await store.OpenAsync(Ct);
        long written = (await store.ReadJournalAsync(1, int.MaxValue, null, Ct)).Count;

        Assert.Null(store.SafeMode);
        Assert.InRange(written, acknowledged, acknowledged + 1);
        Assert.Equal(written, (await store.FindAsync("count", "one", Ct))?.Version ?? 0);
        Assert.Equal(await BodyAsync(store, "one"), await BodyAsync(store, "two"));
        Assert.Equal(written, (await store.ListAsync("step", "", Ct)).Count);
        Assert.Equal(written, (await store.Outbox.DueAsync("web", Some.Moment, int.MaxValue, Ct)).Count);
    }

    private static async Task<string?> BodyAsync(LiteStore store, string key) => (await store.FindAsync("count", key, Ct))?.Body;
}

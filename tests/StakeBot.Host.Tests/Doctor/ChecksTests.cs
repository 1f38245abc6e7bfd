using Microsoft.Extensions.Time.Testing;
using StakeBot.Adapters.Secrets;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Host.Doctor;
using StakeBot.Host.Verbs;
using StakeBot.Testing;

namespace StakeBot.Host.Tests.Doctor;

public sealed class ChecksTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("stakebot-doctor-");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(63, "Fail")]
    [InlineData(64, "Warn")]
    [InlineData(512, "Ok")]
    public async Task Too_little_room_is_told(long megabytes, string health) =>
        Assert.Equal(health, $"{(await new DiskSpaceCheck("data", _ => megabytes * 1024 * 1024).CheckAsync(Ct)).Health}");

    [Fact]
    public async Task A_folder_that_is_not_there_yet_has_the_room_of_its_disk()
    {
        Assert.True(DiskSpaceCheck.FreeBytes(Path.Combine(_folder.FullName, "not", "yet")) > 0);
        Assert.Equal(Health.Ok, (await new DataFolderCheck(Path.Combine(_folder.FullName, "not", "yet")).CheckAsync(Ct)).Health);
    }

    [Fact]
    public async Task A_folder_that_others_may_write_fails_and_one_that_they_may_read_warns()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("File modes are Unix's.");
            return;
        }
        const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        DataFolderCheck check = new(_folder.FullName);

        File.SetUnixFileMode(_folder.FullName, Own);
        Assert.Equal(Health.Ok, (await check.CheckAsync(Ct)).Health);
        File.SetUnixFileMode(_folder.FullName, Own | UnixFileMode.GroupRead);
        Assert.Equal(Health.Warn, (await check.CheckAsync(Ct)).Health);
        File.SetUnixFileMode(_folder.FullName, Own | UnixFileMode.OtherWrite);
        Finding open = await check.CheckAsync(Ct);
        Assert.Equal(Health.Fail, open.Health);
        Assert.StartsWith("chmod 700", open.Cure, StringComparison.Ordinal);
        Assert.Empty(_folder.EnumerateFileSystemInfos());
    }

    [Fact]
    public async Task A_durable_write_is_timed_and_leaves_nothing_behind()
    {
        Finding found = await new FsyncCheck(_folder.FullName, new FakeTimeProvider()).CheckAsync(Ct);

        Assert.Equal("A durable write takes 0.00 ms (median of 20).", found.Sentence);
        Assert.Empty(_folder.EnumerateFileSystemInfos());
    }

    [Fact]
    public async Task The_time_zones_of_this_machine_are_looked_for() =>
        Assert.Equal(Health.Ok, (await new TimeZonesCheck().CheckAsync(Ct)).Health);

    [Fact]
    public async Task A_store_in_safe_mode_or_out_of_order_fails()
    {
        FakeStore store = new();
        StoreCheck check = new(_ => Task.FromResult<IStakeStore?>(store));
        Assert.Equal(Health.Ok, (await check.CheckAsync(Ct)).Health);

        await store.EnterSafeModeAsync("A record does not match the journal.", Ct);
        Assert.Contains("does not match the journal", (await check.CheckAsync(Ct)).Sentence, StringComparison.Ordinal);
        store.Fault = new StoreUnavailableException("The disk is full.");
        Finding full = await check.CheckAsync(Ct);
        Assert.Equal((Health.Fail, "The disk is full."), (full.Health, full.Sentence));
    }

    [Fact]
    public async Task The_master_key_must_be_the_one_that_the_secrets_need()
    {
        FakeStore store = new();
        KeyRotation rotation = new(store, new FakeTimeProvider(Some.Moment));
        MasterKey key = MasterKey.New();
        string? at = null;
        MasterKeySource source = new(name => name == MasterKeySource.KeyVariable ? at : null);
        MasterKeyCheck check = new(source, _ => Task.FromResult<KeyRotation?>(rotation));
        Assert.Equal(Health.Ok, (await check.CheckAsync(Ct)).Health);

        at = key.Export();
        Assert.Equal(Health.Warn, (await check.CheckAsync(Ct)).Health);
        await Keep(store, source);
        Assert.Equal(Health.Warn, (await check.CheckAsync(Ct)).Health);
        at = MasterKey.New().Export();
        Assert.Contains($"secrets are encrypted with {key.Id}", (await check.CheckAsync(Ct)).Sentence, StringComparison.Ordinal);
        at = null;
        Assert.Equal(Health.Fail, (await check.CheckAsync(Ct)).Health);
        at = "nonsense";
        Assert.Equal(Health.Fail, (await check.CheckAsync(Ct)).Health);
    }

    [Fact]
    public async Task The_report_counts_and_ends_with_1_when_something_failed()
    {
        StringWriter output = new();

        int good = await DoctorVerb.ReportAsync([new Told(Finding.Ok("Fine.")), new Told(Finding.Warn("Meh.", "Rest."))], output, Ct);
        int bad = await DoctorVerb.ReportAsync([new Told(Finding.Fail("Broken.", "Mend it."))], output, Ct);

        Assert.Equal((0, 1), (good, bad));
        Assert.Contains("1 ok, 1 warned, 0 failed.", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("FAIL  told: Broken.", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("→ Mend it.", output.ToString(), StringComparison.Ordinal);
    }

    private static async Task Keep(FakeStore store, MasterKeySource source) => await new SealedSecrets(store, source).PutAsync(
        new Bot.Ports.Secrets.SecretName("numerai", "reading-key"),
        new Bot.Secrets.Secret("hunter2"),
        new Transition(new JournalEntry(Some.Moment, "test", "noted", "stakebot", "{}"), [], []),
        Ct);

    private sealed class Told(Finding finding) : IDoctorCheck
    {
        public string Name => "told";

        public Task<Finding> CheckAsync(CancellationToken ct) => Task.FromResult(finding);
    }
}

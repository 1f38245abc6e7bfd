using LiteDB;
using StakeBot.Adapters.Store;
using StakeBot.Adapters.Store.Lite;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Core.Proposals;

namespace StakeBot.Adapters.Tests.Faults;

/// <summary>The store fails, is full, is taken, is old or is damaged (F25, F27, F28, F34, F35, F38).</summary>
public sealed class StoreFaultTests
{
    private const int WritesOfAnExecution = 4;

    private readonly WatchedSending _sending = new();
    private long _free = long.MaxValue;
    private WritePoint? _failing;
    private int _writesUntilFailure;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<int, bool> Writes
    {
        get
        {
            TheoryData<int, bool> rows = [];
            for (int write = 0; write < WritesOfAnExecution; write++)
            {
                rows.Add(write, true);
                rows.Add(write, false);
            }
            return rows;
        }
    }

    [Fact]
    public async Task F25_A_second_process_is_refused_while_the_folder_is_held()
    {
        await using ExecutionUnderFaults bot = await StartAsync();
        await bot.ConfirmedAsync();

        Assert.Throws<FolderTakenException>(() => FolderLock.Take(bot.Folder));
        await bot.PassesAsync(TimeSpan.FromMinutes(2));

        await bot.RestsAsync(ProposalState.Done, applied: 1, posts: 1);
    }

    [Fact]
    public async Task F27_With_a_full_disk_nothing_is_claimed_and_it_goes_on_when_there_is_room()
    {
        await using ExecutionUnderFaults bot = await StartAsync();
        await bot.ConfirmedAsync();
        _free = 0;

        await bot.PassesAsync(TimeSpan.FromMinutes(2));
        Assert.Equal((ProposalState.Grace, 0), (await bot.StateAsync(), bot.Posts));
        _free = long.MaxValue;
        await bot.PassesAsync(TimeSpan.FromMinutes(2));

        await bot.RestsAsync(ProposalState.Done, applied: 1, posts: 1);
    }

    [Fact]
    public async Task F27_With_a_disk_that_is_full_when_the_answer_comes_it_is_read_back_and_never_sent_again()
    {
        await using ExecutionUnderFaults bot = await StartAsync();
        _sending.After = () => _free = 0;
        await bot.ConfirmedAsync();

        await bot.PassesAsync(TimeSpan.FromMinutes(2));
        Assert.Equal((LegState.Submitting, 1), ((await bot.LegAsync()).State, bot.Posts));
        _free = long.MaxValue;
        await bot.PassesAsync(TimeSpan.FromMinutes(2));

        await bot.RestsAsync(ProposalState.Done, applied: 1, posts: 1);
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task F28_A_write_that_fails_and_may_have_been_made_loses_nothing_and_doubles_nothing(int write, bool wasMade)
    {
        await using ExecutionUnderFaults bot = await StartAsync();
        await bot.ConfirmedAsync();
        (_failing, _writesUntilFailure) = (wasMade ? WritePoint.BeforeAcknowledge : WritePoint.BeforeCommit, write);

        await bot.PassesAsync(TimeSpan.FromMinutes(40));

        Assert.Null(_failing);
        // A claim of which nobody knows whether it was made is not sent.
        bool isLostClaim = write == 1 && wasMade;
        await bot.RestsAsync(isLostClaim ? ProposalState.Failed : ProposalState.Done, isLostClaim ? 0 : 1, isLostClaim ? 0 : 1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task F34_Restored_from_an_older_backup_nothing_is_executed_and_the_owner_decides(bool isClaimed)
    {
        string? backup = null;
        await using ExecutionUnderFaults bot = await StartAsync();
        string folder = Path.Combine(bot.Folder, "backups");
        _sending.Before = async () => backup ??= (await bot.Store.Backup.BackupAsync(folder, Ct)).File;
        await bot.ConfirmedAsync();
        if (!isClaimed)
            backup = (await bot.Store.Backup.BackupAsync(folder, Ct)).File;
        await bot.PassesAsync(TimeSpan.FromMinutes(2));
        await bot.RestsAsync(ProposalState.Done, applied: 1, posts: 1);

        await bot.RestoreAsync(backup!);
        await bot.PassesAsync(TimeSpan.FromHours(2));

        await bot.RestsAsync(ProposalState.NeedsHuman, applied: 1, posts: 1);
        Assert.Contains("afe mode", (await bot.LegAsync()).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task F35_With_a_broken_chain_nothing_is_executed()
    {
        await using ExecutionUnderFaults bot = await StartAsync();
        await bot.ConfirmedAsync();

        bot.Damage(file =>
        {
            ILiteCollection<BsonDocument> journal = file.GetCollection("journal");
            BsonDocument line = journal.FindById(2L);
            line["h"] = new string('0', 64);
            journal.Update(line);
        });
        await bot.PassesAsync(TimeSpan.FromMinutes(30));

        await bot.RestsAsync(ProposalState.NeedsHuman, applied: 0, posts: 0);
        Assert.NotNull(bot.Store.Store.SafeMode);
        Assert.Contains("safe mode", Assert.Single(await bot.AlertsAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task F38_A_state_that_this_version_does_not_know_is_never_executed_by_guess()
    {
        await using ExecutionUnderFaults bot = await StartAsync();
        await bot.ConfirmedAsync();
        StoredRecord record = (await bot.Store.Store.FindAsync("proposals", bot.Id.Value, Ct))!;
        string newer = record.Body.Replace("\"grace\"", "\"hovering\"", StringComparison.Ordinal);
        Assert.NotEqual(record.Body, newer);
        await bot.Store.Store.TryTransitionAsync(
            new Transition(new JournalEntry(bot.Time.GetUtcNow(), bot.Id.Value, "written-by-a-newer-version", "test", "{}"), [new RecordWrite("proposals", bot.Id.Value, record.Version, newer)], []), Ct);

        bot.Restart();

        await Assert.ThrowsAsync<RecordUnreadableException>(() => bot.Get<Executor>().RunOnceAsync(Ct));
        Assert.Equal((0, 0), (bot.Applied, bot.Posts));
    }

    private Task<ExecutionUnderFaults> StartAsync() => ExecutionUnderFaults.StartAsync(
        store: setup => setup with { At = Pass, FreeBytes = () => Volatile.Read(ref _free) }, more: _sending.Register);

    private void Pass(WritePoint point)
    {
        if (point != _failing || _writesUntilFailure-- > 0)
            return;
        _failing = null;
        throw new IOException("No space left on device");
    }
}

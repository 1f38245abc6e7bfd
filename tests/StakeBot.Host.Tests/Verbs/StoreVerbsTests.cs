using System.Diagnostics;
using System.Text.Json;
using StakeBot.Adapters.Store.Lite;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Testing;

namespace StakeBot.Host.Tests.Verbs;

public sealed class StoreVerbsTests : IDisposable
{
    private readonly string _folder = ScratchFolder.New();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Data => Path.Combine(_folder, "data");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_backup_is_made_and_restored_and_the_bot_serves_again()
    {
        await StoreAsync("p1");
        Stakebot.Ended backup = await RunAsync("backup");
        Assert.Equal(0, backup.ExitCode);
        Assert.Contains("holds 1 records and 1 journal records. It was opened and verified.", backup.Output, StringComparison.Ordinal);
        string file = Assert.Single(Directory.GetFiles(Path.Combine(Data, "backups")));
        await StoreAsync("p2");

        Stakebot.Ended restored = await RunAsync("restore", file);

        Assert.Equal(0, restored.ExitCode);
        Assert.Contains("1 records and 1 journal records were restored", restored.Output, StringComparison.Ordinal);
        Assert.Contains("What was there before is now", restored.Output, StringComparison.Ordinal);
        Assert.Contains("The store is in safe mode: nothing is sent until the owner has looked at every stake and resumes.", restored.Output, StringComparison.Ordinal);
        using LiteStore store = Open();
        await store.OpenAsync(Ct);
        Assert.NotNull(store.SafeMode);
        Assert.Equal("p1", Assert.Single(await store.ListAsync("proposal", "", Ct)).Key);
    }

    [Fact]
    public async Task A_proposal_that_a_newer_version_wrote_stops_the_start()
    {
        Directory.CreateDirectory(Data);
        using (LiteStore store = Open())
        {
            await store.OpenAsync(Ct);
            await store.TryTransitionAsync(
                new Transition(new JournalEntry(Some.Moment, "p1", "test", "test", "{}"), [new RecordWrite("proposals", "p1", 0, "{\"state\":\"hovering\"}")], []), Ct);
        }

        Stakebot.Ended ended = await RunAsync("serve");

        Assert.Equal(78, ended.ExitCode);
        Assert.Contains("cannot be read by this version of StakeBot", ended.Error, StringComparison.Ordinal);
        Assert.Contains("Nothing was started.", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_is_printed_or_written_and_can_be_restored()
    {
        await StoreAsync("p1");
        Stakebot.Ended printed = await RunAsync("export");
        Stakebot.Ended written = await RunAsync("export", "--to", "all.jsonl");
        Stakebot.Ended again = await RunAsync("export", "--to", "all.jsonl");
        Stakebot.Ended restored = await RunAsync("restore", "all.jsonl");

        Assert.Equal((0, 0, 1, 0), (printed.ExitCode, written.ExitCode, again.ExitCode, restored.ExitCode));
        Assert.All(printed.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => JsonDocument.Parse(line).Dispose());
        Assert.Equal(printed.Output, await File.ReadAllTextAsync(Path.Combine(_folder, "all.jsonl"), Ct));
        Assert.Contains("holds 1 records and 1 journal records; 0 secret records are left out.", written.Error, StringComparison.Ordinal);
        Assert.Contains("is there already. Name another file.\nNothing was exported.", again.Error, StringComparison.Ordinal);
        using LiteStore store = Open();
        Assert.NotNull(await store.FindAsync("proposal", "p1", Ct));
    }

    [Theory]
    [InlineData(1, "There is nothing stored in", "backup")]
    [InlineData(1, "There is nothing stored in", "export")]
    [InlineData(1, "nowhere.db", "restore", "nowhere.db")]
    [InlineData(2, "Nothing was done.", "restore")]
    public async Task What_cannot_be_done_is_a_sentence_and_an_exit_code(int code, string sentence, params string[] words)
    {
        Stakebot.Ended ended = await RunAsync(words);

        Assert.Equal(code, ended.ExitCode);
        Assert.Contains(sentence, ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Error, StringComparison.Ordinal);
        Assert.Empty(ended.Output);
    }

    [Fact]
    public async Task A_store_that_cannot_be_opened_ends_every_verb_with_78()
    {
        Directory.CreateDirectory(Data);
        await File.WriteAllTextAsync(Path.Combine(Data, "stakebot.db"), new string('x', 20000), Ct);

        foreach (string verb in (string[])["serve", "backup", "export"])
        {
            Stakebot.Ended ended = await RunAsync(verb);
            Assert.Equal(78, ended.ExitCode);
            Assert.Contains("stakebot.db cannot be opened", ended.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", ended.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_folder_that_is_not_named_is_a_wrong_configuration()
    {
        ProcessStartInfo start = Start("backup");
        start.Environment["Store__Folder"] = "";

        Stakebot.Ended ended = await Stakebot.RunAsync(start);

        Assert.Equal(78, ended.ExitCode);
        Assert.Contains("Store:Folder is empty.", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_copied_or_restored_while_the_bot_runs()
    {
        await using RunningBot bot = await RunningBot.StartAsync();

        foreach (string[] words in (string[][])[["backup"], ["export"], ["restore", "data/stakebot.db"]])
        {
            ProcessStartInfo start = Stakebot.Start(words);
            start.WorkingDirectory = bot.Folder;
            Stakebot.Ended ended = await Stakebot.RunAsync(start);

            Assert.Equal(1, ended.ExitCode);
            Assert.Contains("Another StakeBot uses the data folder", ended.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_served_bot_keeps_its_store_and_a_question_needs_none()
    {
        await using RunningBot bot = await RunningBot.StartAsync();
        Stakebot.Ended asked = await RunAsync("ask", "/status");

        Assert.True(File.Exists(Path.Combine(bot.Folder, "data", "stakebot.db")));
        Assert.Equal(0, asked.ExitCode);
        Assert.False(Directory.Exists(Data));
    }

    private async Task StoreAsync(string key)
    {
        using LiteStore store = Open();
        Assert.True(await store.TryTransitionAsync(
            new Transition(new JournalEntry(Some.Moment, key, "proposed", "web:ana", "{}"), [new RecordWrite("proposal", key, 0, "{}")], []), Ct));
    }

    private LiteStore Open() => new(new StoreSetup(Data, TimeProvider.System) { BallastBytes = 0 });

    private Task<Stakebot.Ended> RunAsync(params string[] words) => Stakebot.RunAsync(Start(words));

    private ProcessStartInfo Start(params string[] words)
    {
        ProcessStartInfo start = Stakebot.Start(words);
        start.WorkingDirectory = _folder;
        start.Environment["Web__Port"] = "0";
        return start;
    }
}

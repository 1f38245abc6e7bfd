using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;
using StakeBot.Adapters.Store;
using StakeBot.Host.Tests.Live;
using StakeBot.NumeraiFake;

namespace StakeBot.Host.Tests.Verbs;

/// <summary>A question on the console is about the account that the bot would answer about, and can change nothing of it.</summary>
public sealed class AskedAccountTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("stakebot-test-").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_key_in_the_settings_is_asked_with_and_no_folder_is_made()
    {
        await using FakeNumeraiServer numerai = await NumeraiAsync();

        Stakebot.Ended ended = await Stakebot.RunAsync(WithKey(In(numerai, "ask", "/status")));

        Assert.True(ended.ExitCode == 0, ended.Error);
        Assert.StartsWith("[DRY RUN] aviary · Classic round 1406, Signals round 1406", ended.Output, StringComparison.Ordinal);
        Assert.Equal("This is the account of the key in the settings. Nothing is sent or remembered; limits and models that were set in chat are not known here.", ended.Error.Trim());
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public async Task What_waits_to_be_claimed_is_told_where_the_settings_say_the_address()
    {
        await using FakeNumeraiServer numerai = await NumeraiAsync();
        ProcessStartInfo start = WithKey(In(numerai, "ask", "/status"));
        start.Environment["Numerai__Stakers__Classic"] = "0xA51A7e0000000000000000000000000000005eed";

        Stakebot.Ended ended = await Stakebot.RunAsync(start);

        Assert.True(ended.ExitCode == 0, ended.Error);
        Assert.Contains(" + to be claimed ", ended.Output, StringComparison.Ordinal);
        Assert.Contains("To be claimed at 0xA51A…5eed: ", ended.Output, StringComparison.Ordinal);
        Assert.Contains("On the chain: round 1406 is \"Closed\"", ended.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/propose")]
    [InlineData("/propose manual amounts:GANNET=40")]
    [InlineData("/confirm K7Q2")]
    [InlineData("/confirm K7Q2 3.00")]
    [InlineData("/mode live")]
    [InlineData("/undo K7Q2")]
    public async Task Whatever_is_asked_nothing_is_sent(string command)
    {
        await using FakeNumeraiServer numerai = await NumeraiAsync();
        ProcessStartInfo start = WithKey(In(numerai, "ask", command));
        (start.Environment["Numerai__StakePublicId"], start.Environment["Numerai__StakeSecretKey"]) = (FakeToken.Staking.PublicId, FakeToken.Staking.Secret);

        Stakebot.Ended ended = await Stakebot.RunAsync(start);

        Assert.InRange(ended.ExitCode, 0, 1);
        Assert.DoesNotContain("[LIVE]", ended.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("v2ChangeStake", numerai.Operations);
        Assert.Equal(0, numerai.MutationPosts(KeyedBot.Gannet));
        Assert.DoesNotContain(FakeToken.Reading.Secret, ended.Output + ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_linked_key_goes_before_the_settings_and_while_a_bot_has_the_folder_it_is_said_that_it_was_not_seen()
    {
        await using FakeNumeraiServer numerai = await NumeraiAsync();
        Assert.Equal(0, (await Stakebot.RunAsync(In(numerai, "keys", "new", "master"))).ExitCode);
        Assert.Equal(0, await LinkAsync(In(numerai, "link")));

        Stakebot.Ended linked = await Stakebot.RunAsync(In(numerai, "ask", "/status"));
        Stakebot.Ended taken;
        Stakebot.Ended configured;
        using (FolderLock.Take(Path.Combine(_folder, "data")))
        {
            taken = await Stakebot.RunAsync(In(numerai, "ask", "/status"));
            configured = await Stakebot.RunAsync(WithKey(In(numerai, "ask", "/status")));
        }
        ProcessStartInfo keyless = In(numerai, "ask", "/status");
        keyless.Environment.Remove("STAKEBOT_KEK_FILE");
        Stakebot.Ended unreadable = await Stakebot.RunAsync(keyless);

        Assert.True(linked.ExitCode == 0, linked.Error);
        Assert.StartsWith("[DRY RUN] aviary · ", linked.Output, StringComparison.Ordinal);
        Assert.StartsWith("This is the account of the key that is linked here.", linked.Error, StringComparison.Ordinal);
        Assert.Equal((1, ""), (taken.ExitCode, taken.Output));
        Assert.Contains("Another StakeBot uses the data folder data. Stop it, or set Store:Folder to another. Whether a key is linked there cannot be seen", taken.Error, StringComparison.Ordinal);
        Assert.Contains("Nothing was asked.", taken.Error, StringComparison.Ordinal);
        Assert.Equal(0, configured.ExitCode);
        Assert.Contains("A key that is linked there was not looked at. This is the account of the key in the settings.", configured.Error, StringComparison.Ordinal);
        Assert.Equal((1, ""), (unreadable.ExitCode, unreadable.Output));
        Assert.StartsWith("Whether a key is linked cannot be read: ", unreadable.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Half_a_key_is_a_wrong_configuration_and_not_the_simulated_account()
    {
        await using FakeNumeraiServer numerai = await NumeraiAsync();
        ProcessStartInfo start = In(numerai, "ask", "/status");
        start.Environment["Numerai__PublicId"] = FakeToken.Reading.PublicId;
        start.Environment["Numerai__Stakers__Clasic"] = "0x12";

        Stakebot.Ended ended = await Stakebot.RunAsync(start);

        Assert.Equal((78, ""), (ended.ExitCode, ended.Output));
        Assert.Contains("Numerai:SecretKey is missing", ended.Error, StringComparison.Ordinal);
        Assert.Contains("Numerai:Stakers:Clasic names no tournament. There are Classic, Signals, Crypto.", ended.Error, StringComparison.Ordinal);
        Assert.Contains("Nothing was asked.", ended.Error, StringComparison.Ordinal);
    }

    private static Task<FakeNumeraiServer> NumeraiAsync() => FakeNumeraiServer.StartAsync(
        new FakeNumeraiSettings { Time = new FakeTimeProvider(KeyedBot.Start), CaptureFile = Environment.GetEnvironmentVariable("STAKEBOT_CAPTURE") }, Ct);

    private static ProcessStartInfo WithKey(ProcessStartInfo start)
    {
        (start.Environment["Numerai__PublicId"], start.Environment["Numerai__SecretKey"]) = (FakeToken.Reading.PublicId, FakeToken.Reading.Secret);
        return start;
    }

    private static async Task<int> LinkAsync(ProcessStartInfo start)
    {
        start.RedirectStandardInput = true;
        using Process process = Process.Start(start)!;
        await process.StandardInput.WriteLineAsync(FakeToken.Reading.PublicId.AsMemory(), Ct);
        await process.StandardInput.WriteLineAsync(FakeToken.Reading.Secret.AsMemory(), Ct);
        process.StandardInput.Close();
        await process.WaitForExitAsync(Ct);
        return process.ExitCode;
    }

    private ProcessStartInfo In(FakeNumeraiServer numerai, params string[] words)
    {
        ProcessStartInfo start = Stakebot.Start(words);
        Directory.Delete(start.WorkingDirectory);
        start.WorkingDirectory = _folder;
        start.Environment["Numerai__ApiBase"] = $"{numerai.Address}";
        start.Environment["STAKEBOT_KEK_FILE"] = Path.Combine(_folder, "master");
        return start;
    }
}

using System.Diagnostics;

namespace StakeBot.Host.Tests.Verbs;

public sealed class DoctorVerbTests
{
    [Fact]
    public async Task With_nothing_configured_nothing_has_failed_nobody_was_asked_and_nothing_was_made()
    {
        ProcessStartInfo start = Stakebot.Start("doctor");

        Stakebot.Ended ended = await Stakebot.RunAsync(start);

        Assert.Equal(0, ended.ExitCode);
        Assert.Contains("ok    configuration: Settings and policies are valid.", ended.Output, StringComparison.Ordinal);
        Assert.Contains("time zones: The machine knows", ended.Output, StringComparison.Ordinal);
        Assert.Contains("so Numerai was not asked.", ended.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(start.WorkingDirectory));
        Assert.Contains(" 0 failed.", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_settings_and_an_open_key_file_are_told_with_their_cure_and_end_with_1()
    {
        ProcessStartInfo settings = Stakebot.Start("doctor");
        settings.Environment["Web__Port"] = "99999";
        ProcessStartInfo keyFile = Stakebot.Start("doctor");
        keyFile.Environment["STAKEBOT_KEK_FILE"] = Path.Combine(keyFile.WorkingDirectory, "none");

        Stakebot.Ended wrong = await Stakebot.RunAsync(settings);
        Stakebot.Ended missing = await Stakebot.RunAsync(keyFile);

        Assert.Equal((1, 1), (wrong.ExitCode, missing.ExitCode));
        Assert.Contains("FAIL  configuration: Web:Port", wrong.Output, StringComparison.Ordinal);
        Assert.Contains("FAIL  master key: The master key file", missing.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_running_bot_is_left_alone()
    {
        await using RunningBot bot = await RunningBot.StartAsync();
        ProcessStartInfo start = Stakebot.Start("doctor");
        start.WorkingDirectory = bot.Folder;

        Stakebot.Ended ended = await Stakebot.RunAsync(start);

        Assert.Equal(0, ended.ExitCode);
        Assert.Contains("warn  store: A running StakeBot has the store", ended.Output, StringComparison.Ordinal);
    }
}

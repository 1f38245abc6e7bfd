using System.Diagnostics;

namespace StakeBot.Host.Tests.Verbs;

public sealed class ServeVerbTests
{
    [Fact]
    public async Task A_platform_that_is_configured_half_ends_with_78_and_all_faults_at_once()
    {
        ProcessStartInfo start = Stakebot.Start();
        start.Environment["Telegram__Token"] = "123:abc-secret";
        start.Environment["Telegram__OwnerId"] = "ana";
        start.Environment["Web__Port"] = "99999";

        Stakebot.Ended ended = await Stakebot.RunAsync(start);

        Assert.Equal(78, ended.ExitCode);
        Assert.Contains("Telegram:OwnerId is no number", ended.Error, StringComparison.Ordinal);
        Assert.Contains("Web:Port", ended.Error, StringComparison.Ordinal);
        Assert.Contains("Nothing was started.", ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("abc-secret", ended.Output + ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_bot_prints_its_address_serves_health_and_ends_on_request()
    {
        await using RunningBot bot = await RunningBot.StartAsync();

        using HttpClient client = new();
        Assert.Contains("ok", await client.GetStringAsync(new Uri(bot.Address, "/healthz"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.True(bot.Address.IsLoopback);
    }

    [Fact]
    public async Task A_second_bot_in_the_same_folder_is_refused()
    {
        await using RunningBot bot = await RunningBot.StartAsync();
        ProcessStartInfo second = Stakebot.Start();
        second.WorkingDirectory = bot.Folder;
        second.Environment["Web__Port"] = "0";

        Stakebot.Ended ended = await Stakebot.RunAsync(second);

        Assert.Equal(78, ended.ExitCode);
        Assert.Contains("Another StakeBot uses the data folder", ended.Error, StringComparison.Ordinal);
    }
}

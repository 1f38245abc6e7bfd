using StakeBot.Adapters.Numerai;
using StakeBot.Bot.Chat;
using StakeBot.Host.Tests.Live;

namespace StakeBot.Host.Tests;

/// <summary>With a key the bot answers about the key's account, and sends nothing.</summary>
public sealed class KeyAccountTests
{
    [Fact]
    public void A_key_decides_unless_files_were_named()
    {
        NumeraiOptions key = new() { PublicId = "A", SecretKey = "B" };

        Assert.IsType<DataSource.FromNumerai>(new DataSource.Simulated().WithKey(key));
        Assert.IsType<DataSource.Simulated>(new DataSource.Simulated().WithKey(new NumeraiOptions()));
        Assert.IsType<DataSource.Simulated>(new DataSource.Simulated().WithKey(null));
        Assert.IsType<DataSource.Unusable>(new DataSource.Unusable("No such file.").WithKey(key));
    }

    [Fact]
    public async Task Status_tells_the_account_of_the_key_in_dry_run()
    {
        await using KeyedBot bot = await KeyedBot.StartAsync();

        await bot.Chat.Says("/status");
        Reply reply = bot.Chat.Last;

        Assert.Equal(Bot.Execution.ExecutionMode.DryRun, reply.Mode);
        Assert.StartsWith("aviary · Classic round 1406, Signals round 1406", reply.Title, StringComparison.Ordinal);
        Assert.Contains(reply.Lines, line => line.StartsWith("Bad window", StringComparison.Ordinal));
        Assert.Contains(reply.Lines, line => line.StartsWith("Classic: Numerai's interface tells positions, not settings", StringComparison.Ordinal));
        Assert.DoesNotContain("v2ChangeStake", bot.Numerai.Operations);
    }
}

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using StakeBot.Adapters.Numerai;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Commands;
using StakeBot.Bot.People;
using StakeBot.NumeraiFake;

namespace StakeBot.Host.Tests;

/// <summary>With a key the bot answers about the key's account, and sends nothing.</summary>
public sealed class KeyAccountTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

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
        FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 22, 15, 0, 0, TimeSpan.Zero));
        await using FakeNumeraiServer server = await FakeNumeraiServer.StartAsync(new FakeNumeraiSettings { Time = time }, Ct);
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Numerai:ApiBase"] = $"{server.Address}",
            ["Numerai:PublicId"] = FakeToken.Reading.PublicId,
            ["Numerai:SecretKey"] = FakeToken.Reading.Secret,
        }).Build();
        await using ServiceProvider services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(configuration)
            .AddStakeBot(new DataSource.FromNumerai())
            .AddNumerai()
            .BuildServiceProvider();

        ChatMessage message = new(new ChatAddress("console", "console"), new PlatformIdentity("console", "local", "you"), "/status", "1");
        Reply reply = await services.GetRequiredService<IAnswerer>().AnswerAsync(message, Ct);

        Assert.Equal(Bot.Execution.ExecutionMode.DryRun, reply.Mode);
        Assert.StartsWith("aviary · Classic round 1404, Signals round 1404", reply.Title, StringComparison.Ordinal);
        Assert.Contains(reply.Lines, line => line.StartsWith("Bad window", StringComparison.Ordinal));
        Assert.Contains(reply.Lines, line => line.StartsWith("Classic: Numerai's interface tells positions, not settings", StringComparison.Ordinal));
        Assert.DoesNotContain("v2ChangeStake", server.Operations);
    }
}

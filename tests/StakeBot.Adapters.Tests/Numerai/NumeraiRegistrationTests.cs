using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StakeBot.Adapters.Numerai;
using StakeBot.Bot.Ports;
using StakeBot.Bot.Ports.Staking;
using StakeBot.Core.Money;
using StakeBot.Core.Tournaments;
using StakeBot.NumeraiFake;
using StakeBot.NumeraiFake.Faults;
using StakeBot.Testing;

namespace StakeBot.Adapters.Tests.Numerai;

/// <summary>Numerai as the house has it: settings, and that no key is ever in a log.</summary>
public sealed class NumeraiRegistrationTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_key_is_in_any_log_or_fault()
    {
        await using FakeNumeraiServer server = await FakeNumeraiServer.StartAsync(new FakeNumeraiSettings { Time = new HurriedTime() }, Ct);
        using RecordedLog log = new();
        await using ServiceProvider services = Services(server.Address, log);
        INumerai account = services.GetRequiredService<INumerai>();
        ILegacyStakes stakes = services.GetRequiredService<ILegacyStakes>();
        List<string> said = [];

        said.Add($"{await account.ReadStakesAsync(Ct)}");
        said.Add($"{await services.GetRequiredService<ITokenInfo>().ReadTokensAsync(Ct)}");
        said.Add($"{await stakes.SendAsync(Order(), Ct)}");
        server.Faults.NextMutations(new Fault(FaultReply.Reset));
        said.Add($"{await stakes.SendAsync(Order(), Ct)}");
        server.Faults.AllReads(new Fault(FaultReply.Close));
        said.Add((await Assert.ThrowsAsync<NumeraiUnavailableException>(() => stakes.ReadAsync(NumeraiUnderTest.Gannet, Ct))).ToString());
        await server.DisposeAsync();
        said.Add($"{await stakes.SendAsync(Order(), Ct)}");

        foreach (string part in (string[])[FakeToken.Reading.Secret, FakeToken.Staking.Secret, FakeToken.Reading.PublicId, FakeToken.Staking.PublicId, $"{server.Address.Port}"])
            Assert.DoesNotContain(log.Lines.Concat(said), line => line.Contains(part, StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_set_is_no_fault() => Assert.True(Check(_ => { }).Succeeded);

    [Fact]
    public void A_key_is_taken_when_it_is_whole() => Assert.True(Check(options => (options.PublicId, options.SecretKey) = ("A", "B")).Succeeded);

    [Fact]
    public void Everything_that_is_missing_is_named_at_once()
    {
        ValidateOptionsResult result = Check(options => (options.SecretKey, options.StakePublicId, options.ApiBase) = ("HUSHHUSH", "C", new Uri("http://example.com/")));

        Assert.Equal(3, result.Failures!.Count());
        Assert.Contains(result.Failures!, failure => failure.StartsWith("Numerai:ApiBase must begin with https://", StringComparison.Ordinal));
        Assert.Contains(result.Failures!, failure => failure.StartsWith("Numerai:PublicId is missing", StringComparison.Ordinal));
        Assert.Contains(result.Failures!, failure => failure.StartsWith("Numerai:StakeSecretKey is missing", StringComparison.Ordinal));
        Assert.DoesNotContain(result.Failures!, failure => failure.Contains("HUSHHUSH", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("http://127.0.0.1:5001/", true)]
    [InlineData("https://api-tournament.numer.ai/", true)]
    [InlineData("http://api-tournament.numer.ai/", false)]
    [InlineData("https://key@api-tournament.numer.ai/", false)]
    [InlineData("ftp://127.0.0.1/", false)]
    public void Plain_http_is_for_this_machine_only(string address, bool taken) =>
        Assert.Equal(taken, Check(options => options.ApiBase = new Uri(address)).Succeeded);

    private static ValidateOptionsResult Check(Action<NumeraiOptions> set)
    {
        NumeraiOptions options = new();
        set(options);
        return new NumeraiOptionsValidator().Validate(null, options);
    }

    private static StakeChangeOrder Order() => new(NumeraiUnderTest.Gannet, StakeChangeKind.Decrease, new Nmr(1), DateTimeOffset.MaxValue);

    private static ServiceProvider Services(Uri address, RecordedLog log)
    {
        NumeraiOptions options = NumeraiUnderTest.Settings(address);
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Numerai:ApiBase"] = $"{address}",
            ["Numerai:PublicId"] = options.PublicId,
            ["Numerai:SecretKey"] = options.SecretKey,
            ["Numerai:StakePublicId"] = options.StakePublicId,
            ["Numerai:StakeSecretKey"] = options.StakeSecretKey,
        }).Build();
        return new ServiceCollection()
            .AddSingleton(configuration)
            .AddSingleton(new PayoutHistory([]))
            .AddSingleton<TimeProvider>(new HurriedTime())
            .AddLogging(logging => logging.AddProvider(log).SetMinimumLevel(LogLevel.Trace))
            .AddNumerai()
            .AddNumeraiAccount()
            .BuildServiceProvider();
    }
}

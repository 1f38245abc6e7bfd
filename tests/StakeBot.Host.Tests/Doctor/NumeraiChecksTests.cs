using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Linking;
using StakeBot.Bot.Ports;
using StakeBot.Bot.Ports.Secrets;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Host.Doctor;
using StakeBot.Testing;

namespace StakeBot.Host.Tests.Doctor;

public sealed class NumeraiChecksTests : IDisposable
{
    private readonly FakeKeyCheck _numerai = SomeKeys.Check();
    private readonly FakeTimeProvider _time = new(Some.Moment);
    private readonly ServiceProvider _bot;
    private readonly KeyLinking _linking;

    public NumeraiChecksTests()
    {
        _bot = BotUnderTest.With(
            Aviary.Account(),
            new FakeCharts(),
            ExecutionMode.DryRun,
            services => services
                .AddSingleton<IStakeStore, FakeStore>()
                .AddSingleton<ISecretVault, FakeVault>()
                .AddSingleton<IKeyCheck>(_numerai)
                .AddSingleton<TimeProvider>(_time),
            Aviary.Rules);
        _linking = _bot.GetRequiredService<KeyLinking>();
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _bot.Dispose();

    [Fact]
    public async Task Nobody_is_asked_while_no_key_is_linked()
    {
        Clock clock = new();

        Assert.Equal(Health.Ok, (await new LinkedKeysCheck(_ => Task.FromResult<KeyLinking?>(_linking), _numerai).CheckAsync(Ct)).Health);
        Assert.Equal(Health.Ok, (await new ClockCheck(_ => Task.FromResult<KeyLinking?>(_linking), clock, _time).CheckAsync(Ct)).Health);

        Assert.Equal((0, 0), (_numerai.Asked, clock.Asked));
    }

    [Fact]
    public async Task What_numerai_says_of_the_keys_today_counts()
    {
        await _linking.LinkAsync(KeyUse.Reading, SomeKeys.Reading, "console:local", Ct);
        LinkedKeysCheck check = new(_ => Task.FromResult<KeyLinking?>(_linking), _numerai);
        Assert.Equal("The reading key ABCD…5678 opens aviary.", (await check.CheckAsync(Ct)).Sentence);

        _numerai.Known[SomeKeys.ReadingId] = new KeyFacts("aviary", ["read_user_info"]);
        Assert.Equal(Health.Warn, (await check.CheckAsync(Ct)).Health);
        _numerai.Known[SomeKeys.ReadingId] = new KeyFacts("aviary", ["read_user_info", "delete"]);
        Assert.Equal(Health.Fail, (await check.CheckAsync(Ct)).Health);
        _numerai.Known.Clear();
        Assert.Contains("no longer taken by Numerai", (await check.CheckAsync(Ct)).Sentence, StringComparison.Ordinal);
        _numerai.Fault = new NumeraiUnavailableException("Numerai did not answer.");
        Finding silent = await check.CheckAsync(Ct);
        Assert.Equal((Health.Fail, "Numerai did not answer."), (silent.Health, silent.Sentence));
    }

    [Theory]
    [InlineData(4, "Ok")]
    [InlineData(-6, "Warn")]
    [InlineData(61, "Fail")]
    public async Task A_clock_that_is_off_is_told(int seconds, string health)
    {
        await _linking.LinkAsync(KeyUse.Reading, SomeKeys.Reading, "console:local", Ct);

        Finding found = await new ClockCheck(_ => Task.FromResult<KeyLinking?>(_linking), new Clock { Now = Some.Moment.AddSeconds(seconds) }, _time).CheckAsync(Ct);

        Assert.Equal(health, $"{found.Health}");
    }

    private sealed class Clock : IServerClock
    {
        public DateTimeOffset Now { get; init; }

        public int Asked { get; private set; }

        public Task<DateTimeOffset> ReadAsync(CancellationToken ct)
        {
            Asked++;
            return Task.FromResult(Now);
        }
    }
}

using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using StakeBot.Adapters.Ecb;
using StakeBot.Bot.Ports;
using StakeBot.Testing;

namespace StakeBot.Adapters.Tests.Ecb;

public sealed class EcbRatesTests : IAsyncLifetime
{
    private const string Friday = """
        <?xml version="1.0" encoding="UTF-8"?>
        <gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
          <gesmes:subject>Reference rates</gesmes:subject>
          <gesmes:Sender><gesmes:name>European Central Bank</gesmes:name></gesmes:Sender>
          <Cube><Cube time='2026-11-20'><Cube currency='USD' rate='1.1600'/><Cube currency='JPY' rate='180.05'/><Cube currency='GBP' rate='0.87000'/></Cube></Cube>
        </gesmes:Envelope>
        """;

    private readonly FakeTimeProvider _time = new(Some.Moment);
    private readonly WebApplication _bank;
    private Func<HttpContext, Task> _answer = http => http.Response.WriteAsync(Friday);
    private int _asked;

    public EcbRatesTests()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _bank = builder.Build();
        _bank.Urls.Add("http://127.0.0.1:0");
        _bank.Run(http =>
        {
            Interlocked.Increment(ref _asked);
            return _answer(http);
        });
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _bank.StartAsync(Ct);

    public ValueTask DisposeAsync() => _bank.DisposeAsync();

    [Fact]
    public async Task Rates_are_read_with_their_day_and_crossed_over_the_dollar()
    {
        using EcbRates rates = Rates();

        ExchangeRates read = await rates.ReadRatesAsync(Ct);

        Assert.Equal((new DateOnly(2026, 11, 20), "ECB"), (read.Day, read.Source));
        Assert.Equal(["EUR", "GBP", "JPY", "USD"], read.PerEuro.Keys.Order());
        Assert.Equal(1 / 1.16m, read.PerUsd("EUR"));
        Assert.Equal(0.87m / 1.16m, read.PerUsd("GBP"));
        Assert.Equal(1, read.PerUsd("USD"));
        Assert.Null(read.PerUsd("BTC"));
    }

    [Fact]
    public async Task They_are_read_once_in_six_hours_whoever_asks()
    {
        using EcbRates rates = Rates();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => rates.ReadRatesAsync(Ct)));
        _time.Advance(TimeSpan.FromHours(5.9));
        await rates.ReadRatesAsync(Ct);
        Assert.Equal(1, _asked);
        _time.Advance(TimeSpan.FromHours(0.2));
        await rates.ReadRatesAsync(Ct);

        Assert.Equal(2, _asked);
    }

    [Fact]
    public async Task What_was_read_is_kept_while_the_bank_is_silent_and_a_fault_is_not_asked_for_at_once_again()
    {
        using EcbRates rates = Rates();
        _answer = Status(503);
        await Assert.ThrowsAsync<RatesUnavailableException>(() => rates.ReadRatesAsync(Ct));
        RatesUnavailableException fault = await Assert.ThrowsAsync<RatesUnavailableException>(() => rates.ReadRatesAsync(Ct));
        Assert.Equal("The European Central Bank answered with status 503 instead of its rates.", fault.Message);
        Assert.Equal(1, _asked);

        _answer = http => http.Response.WriteAsync(Friday);
        _time.Advance(TimeSpan.FromMinutes(10));
        await rates.ReadRatesAsync(Ct);
        _answer = Status(500);
        _time.Advance(TimeSpan.FromDays(1));

        Assert.Equal(new DateOnly(2026, 11, 20), (await rates.ReadRatesAsync(Ct)).Day);
        Assert.Equal(3, _asked);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>Maintenance</html>")]
    [InlineData("<Cube><Cube time='2026-11-20'><Cube currency='JPY' rate='180'/></Cube></Cube>")]
    [InlineData("<Cube><Cube><Cube currency='USD' rate='1.16'/></Cube></Cube>")]
    [InlineData("<Cube><Cube time='20 November'><Cube currency='USD' rate='1.16'/></Cube></Cube>")]
    [InlineData("<Cube><Cube time='2026-11-20'><Cube currency='USD' rate='0'/></Cube></Cube>")]
    [InlineData("<Cube><Cube time='2026-11-20'><Cube currency='USD' rate='1,16'/></Cube></Cube>")]
    [InlineData("<Cube><Cube time='2026-11-20'><Cube currency='USD' rate='-1.16'/></Cube></Cube>")]
    [InlineData("<Cube><Cube time='2026-11-20'><Cube currency='USD' rate='1e9'/></Cube></Cube>")]
    [InlineData("<Cube><Cube time='2026-11-20'><Cube currency='*b*' rate='1'/><Cube currency='USD' rate='1.16'/></Cube></Cube>")]
    [InlineData("<Cube><Cube time='2026-11-20'><Cube currency='USD' rate='1.16'/><Cube currency='USD' rate='2'/></Cube></Cube>")]
    [InlineData("<!DOCTYPE Cube [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><Cube><Cube time='2026-11-20'><Cube currency='USD' rate='1.16'>&x;</Cube></Cube></Cube>")]
    [InlineData("<!DOCTYPE Cube [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]><Cube><Cube time='2026-11-20'><Cube currency='USD' rate='1.16'>&b;</Cube></Cube></Cube>")]
    public async Task What_is_not_the_banks_file_is_no_rate(string body)
    {
        using EcbRates rates = Rates();
        _answer = http => http.Response.WriteAsync(body);

        RatesUnavailableException fault = await Assert.ThrowsAsync<RatesUnavailableException>(() => rates.ReadRatesAsync(Ct));

        Assert.Equal("The European Central Bank's rates could not be understood.", fault.Message);
    }

    [Fact]
    public async Task A_body_without_end_a_redirect_and_a_broken_connection_are_faults()
    {
        byte[] blanks = Encoding.ASCII.GetBytes(new string(' ', 64 << 10));
        Func<HttpContext, Task>[] wrong =
        [
            async http =>
            {
                for (int i = 0; i < 100; i++)
                    await http.Response.Body.WriteAsync(blanks, http.RequestAborted);
            },
            http =>
            {
                http.Response.Redirect("http://127.0.0.1:9/elsewhere");
                return Task.CompletedTask;
            },
            http =>
            {
                http.Abort();
                return Task.CompletedTask;
            },
        ];
        foreach (Func<HttpContext, Task> answer in wrong)
        {
            using EcbRates rates = Rates();
            _answer = answer;

            await Assert.ThrowsAsync<RatesUnavailableException>(() => rates.ReadRatesAsync(Ct));
        }
    }

    [Theory]
    [InlineData("http://rates.example/daily.xml", false)]
    [InlineData("https://someone@rates.example/daily.xml", false)]
    [InlineData("https://rates.example/daily.xml", true)]
    [InlineData("http://127.0.0.1:5080/daily.xml", true)]
    public void Plain_http_is_for_this_machine(string address, bool isTaken)
    {
        using ServiceProvider services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new("Ecb:Address", address)]).Build())
            .AddSingleton<TimeProvider>(_time)
            .AddEcb()
            .BuildServiceProvider();

        Exception? fault = Record.Exception(() => services.GetRequiredService<IStartupValidator>().Validate());

        Assert.Equal(isTaken, fault is null);
    }

    private EcbRates Rates() => new(Options.Create(new EcbOptions { Address = new Uri(_bank.Urls.First()) }), _time);

    private static Func<HttpContext, Task> Status(int status) => http =>
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    };
}

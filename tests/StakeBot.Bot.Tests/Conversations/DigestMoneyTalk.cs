using Microsoft.Extensions.DependencyInjection;
using StakeBot.Bot.Ports;
using StakeBot.Bot.Tests.Watching;
using StakeBot.Core.Accounting;
using StakeBot.Core.Money;
using StakeBot.Core.Tournaments;
using StakeBot.Testing;

namespace StakeBot.Bot.Tests.Conversations;

/// <summary>Amounts of a digest in the reader's currency. The account has burned 4.50 NMR; an NMR costs 10 USD.</summary>
public sealed class DigestMoneyTalk : IDisposable
{
    private static readonly DateTimeOffset Sunday = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private readonly FakePrices _prices = new();
    private readonly Watchtower _tower;

    public DigestMoneyTalk()
    {
        _tower = new Watchtower(Sunday, services => services.AddSingleton<INmrPrice>(_prices).AddSingleton<IExchangeRates>(_prices));
        Model heron = _tower.Account.Snapshot.Stakes.First().Model;
        _tower.Account.Ledger = new Ledger([new LedgerEntry(_tower.Account.Snapshot.TakenAt.AddHours(-3), heron, new RoundNumber(1340), LedgerKind.Burn, new Nmr(4.5m), new Nmr(50))]);
        _tower.Account.Version++;
    }

    public void Dispose() => _tower.Dispose();

    // 45 USD; 1 / 1.16 = 0.8621 EUR and 180 / 1.16 = 155.17 JPY for one of them.
    [Theory]
    [InlineData("usd", "−4.50 NMR (about −45 USD); paid 0.00 (about 0.00 USD), burned 4.50 (about 45 USD).")]
    [InlineData("EUR", "−4.50 NMR (about −39 EUR); paid 0.00 (about 0.00 EUR), burned 4.50 (about 39 EUR), at 0.8621 EUR per USD of 20 Nov, ECB.")]
    [InlineData("jpy", "−4.50 NMR (about −6,983 JPY); paid 0.00 (about 0.00 JPY), burned 4.50 (about 6,983 JPY), at 155.17 JPY per USD of 20 Nov, ECB.")]
    public async Task Amounts_are_told_in_the_persons_currency(string currency, string told)
    {
        await _tower.Chat.Says($"/digest on currency:{currency}");
        _tower.Chat.Sees($"Amounts are in NMR and, where the price is known, about in {currency.ToUpperInvariant()}.");

        await _tower.Chat.Says("/digest test");

        _tower.Chat.Sees(told);
    }

    [Fact]
    public async Task Without_a_setting_it_is_the_dollar_and_none_switches_it_off()
    {
        await _tower.Chat.Says("/digest test");
        _tower.Chat.Sees("(about −45 USD)");

        await _tower.Chat.Says("/digest on currency:none");
        _tower.Chat.Sees("Amounts are in NMR only.");
        await _tower.Chat.Says("/digest test");

        _tower.Chat.Sees("−4.50 NMR; paid 0.00, burned 4.50.").SeesNo("about −");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_price_or_a_rate_that_fails_costs_no_digest(bool isPrice)
    {
        await _tower.Chat.Says("/digest on at:08:00 zone:Europe/Berlin currency:EUR");
        if (isPrice)
            _prices.Usd = null;
        else
            _prices.Rates = null;

        await _tower.Passes(TimeSpan.FromDays(1));

        string digest = Assert.Single(_tower.Digests);
        Assert.Contains("−4.50 NMR; paid 0.00, burned 4.50.", digest, StringComparison.Ordinal);
        Assert.DoesNotContain("EUR", digest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_price_is_not_waited_for_long_and_not_asked_for_at_once_again()
    {
        _prices.Delay = new TaskCompletionSource().Task;
        Task asking = _tower.Chat.Says("/digest test");
        while (!asking.IsCompleted)
        {
            if (_prices.Asked > 0)
                _tower.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
        await asking;
        _tower.Chat.Sees("−4.50 NMR; paid 0.00, burned 4.50.");

        _prices.Delay = Task.CompletedTask;
        await _tower.Chat.Says("/digest test");
        Assert.Equal(1, _prices.Asked);
        _tower.Time.Advance(TimeSpan.FromMinutes(10));
        await _tower.Chat.Says("/digest test");

        _tower.Chat.Sees("(about −45 USD)");
        Assert.Equal(2, _prices.Asked);
    }

    [Fact]
    public async Task Rates_of_more_than_four_days_ago_say_how_old_they_are()
    {
        await _tower.Chat.Says("/digest on currency:EUR");
        _prices.Rates = _prices.Rates! with { Day = new DateOnly(2026, 11, 13) };

        await _tower.Chat.Says("/digest test");

        _tower.Chat.Sees("of 13 Nov, ECB, 9 days old.");
    }

    [Theory]
    [InlineData("CHE", "The ECB quotes no currency 'CHE'. Example: currency:EUR. Near it: CHF")]
    [InlineData("bitcoin", "The ECB quotes no currency 'bitcoin'. Example: currency:EUR. Near it: USD, EUR, GBP, CHF, JPY; none switches it off.")]
    public async Task A_currency_that_is_not_quoted_changes_nothing(string currency, string told)
    {
        await _tower.Chat.Says($"/digest on currency:{currency}");

        _tower.Chat.Sees(told, "Nothing was changed.");
        await _tower.Chat.Says("/digest");
        _tower.Chat.Sees("Digest: off");
    }

    [Fact]
    public async Task A_currency_that_cannot_be_looked_up_now_is_not_guessed()
    {
        _prices.Rates = null;

        await _tower.Chat.Says("/digest on currency:EUR");

        _tower.Chat.Sees("I cannot look up 'EUR' now: The European Central Bank's rates could not be read. Try again later.", "Nothing was changed.");
    }
}

using StakeBot.Bot.Commands;
using StakeBot.Bot.Ports;
using StakeBot.Bot.Watching.Digests;

namespace StakeBot.Bot.Features.Digest;

/// <summary>The currency that somebody wants: one that is quoted, or none.</summary>
internal static class DigestCurrency
{
    private const int NearAtMost = 5;

    private static readonly string[] Often = ["USD", "EUR", "GBP", "CHF", "JPY"];

    /// <summary>A wish with its currency; or why there is none.</summary>
    public static async Task<DigestRequest> AppliedAsync(DigestRequest wish, CommandCall call, IExchangeRates? rates, CancellationToken ct)
    {
        if (wish is not DigestRequest.Wanted { Setting: var setting } || call.Text("currency") is not { } typed)
            return wish;
        string wanted = typed.Trim().ToUpperInvariant();
        if (wanted is "NONE" or "OFF")
            return new DigestRequest.Wanted(setting with { Currency = DigestSetting.NoCurrency });
        if (wanted == DigestSetting.Dollar)
            return new DigestRequest.Wanted(setting with { Currency = wanted });
        if (rates is null)
            return new DigestRequest.NotUnderstood("There are no exchange rates here: amounts can be told in USD, or in NMR only with currency:none.");
        try
        {
            ExchangeRates read = await rates.ReadRatesAsync(ct);
            return read.PerUsd(wanted) is null
                ? new DigestRequest.NotUnderstood($"The {read.Source} quotes no currency '{OptionValue.Shown(typed)}'. Example: currency:EUR. Near it: {string.Join(", ", Near(wanted, read))}; none switches it off.")
                : new DigestRequest.Wanted(setting with { Currency = wanted });
        }
        catch (RatesUnavailableException unavailable)
        {
            return new DigestRequest.NotUnderstood($"I cannot look up '{OptionValue.Shown(typed)}' now: {unavailable.Message} Try again later.");
        }
    }

    // Two letters of three in their places: CHE is near CHF.
    private static string[] Near(string wanted, ExchangeRates rates)
    {
        string[] near = [.. rates.PerEuro.Keys.Where(code => code.Zip(wanted).Count(pair => pair.First == pair.Second) >= 2).Order(StringComparer.Ordinal).Take(NearAtMost)];
        return near.Length > 0 ? near : Often;
    }
}

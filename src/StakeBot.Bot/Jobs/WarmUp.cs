using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StakeBot.Bot.Funds;
using StakeBot.Bot.Ports;

namespace StakeBot.Bot.Jobs;

/// <summary>Reads and prices the fund's history as soon as the bot is up, so that nobody's first question waits for it.</summary>
internal sealed class WarmUp(FundReader funds, ILogger<WarmUp> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            Fund fund = await funds.ReadAsync(stoppingToken);
            if (fund.Risk is not null)
                BotLog.WarmedUp(logger);
        }
        catch (NumeraiUnavailableException unavailable)
        {
            BotLog.NotWarmedUp(logger, unavailable.Message);
        }
    }
}

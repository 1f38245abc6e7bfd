using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StakeBot.Adapters.Telegram.Menus;
using StakeBot.Adapters.Telegram.Sending;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace StakeBot.Adapters.Telegram.Receiving;

/// <summary>Makes itself known to Telegram, puts up the menus, and listens: by asking, or where Telegram delivers.</summary>
internal sealed class Listener(
    ApiClient client, Polling polling, CommandMenus menus, BotIdentity identity, Backoff backoff, FatalEnd end, IOptions<TelegramOptions> options,
    IHostApplicationLifetime lifetime, TimeProvider time, ILogger<Listener> logger)
    : BackgroundService
{
    private const int MostConnections = 4;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.Token is null)
            return;
        await StartedAsync(stoppingToken);
        if (await UntilTakenAsync(bot => bot.GetMe(stoppingToken), stoppingToken) is not { } user)
            return;
        BotAccount me = new(user.Id, user.Username ?? "");
        TelegramLog.Identified(logger, me.Name);
        identity.Is(me);
        Task putUp = menus.PutUpAsync(stoppingToken);
        if (options.Value.WebhookUrl is { } url)
            await UntilTakenAsync(bot => SetWebhookAsync(bot, url, stoppingToken), stoppingToken);
        else
            await polling.RunAsync(me, stoppingToken);
        await putUp;
    }

    // A wrong token ends the process: in an orderly way only once it has begun.
    private async Task StartedAsync(CancellationToken stopping)
    {
        TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using CancellationTokenRegistration registration = lifetime.ApplicationStarted.Register(() => started.TrySetResult());
        await started.Task.WaitAsync(stopping);
    }

    private async Task<bool?> SetWebhookAsync(ITelegramBotClient bot, string url, CancellationToken ct)
    {
        await bot.SetWebhook(url, maxConnections: MostConnections, allowedUpdates: Polling.Wanted, secretToken: options.Value.WebhookSecret, cancellationToken: ct);
        return true;
    }

    // Null: told to stop, or only a person can help.
    private async Task<T?> UntilTakenAsync<T>(Func<ITelegramBotClient, Task<T>> request, CancellationToken stopping)
    {
        for (int faults = 1; !stopping.IsCancellationRequested; faults++)
        {
            try
            {
                return await request(client.Bot);
            }
            // A token that is no token at all is an unknown address to Telegram.
            catch (ApiRequestException fault) when (fault.ErrorCode is 401 or 404)
            {
                end.WrongToken();
                return default;
            }
            catch (RequestException fault)
            {
                TimeSpan wait = backoff.After(faults);
                TelegramLog.Unreachable(logger, Fault.Reason(fault), wait.TotalSeconds);
                await Task.Delay(wait, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
            }
        }
        return default;
    }
}

using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace StakeBot.Bot.Execution;

/// <summary>Runs the executor whenever something is due or somebody has acted.</summary>
internal sealed class ExecutorLoop(Executor executor, ModeSwitch modes, ExecutorSignal signal, TimeProvider time, ILogger<ExecutorLoop> logger) : BackgroundService
{
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        bool hasMode = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            DateTimeOffset? next;
            try
            {
                if (!hasMode)
                    await modes.RestoreAsync(stoppingToken);
                hasMode = true;
                next = await executor.RunOnceAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception trouble)
            {
                BotLog.ExecutorTroubled(logger, trouble);
                next = time.GetUtcNow() + AfterTrouble;
            }
            try
            {
                await signal.WaitAsync(next, time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }
}

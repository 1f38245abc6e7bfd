using Microsoft.Extensions.Hosting;
using StakeBot.Adapters.Discord.Gateway;

namespace StakeBot.Adapters.Discord.Interactions;

/// <summary>Takes up what came in, side by side but not without end: what waits longer waits in the queue.</summary>
internal sealed class InteractionReader(InteractionQueue queue, InteractionPipeline pipeline) : BackgroundService
{
    /// <summary>How many are taken up at one time.</summary>
    public const int AtOnce = 32;

    private readonly SemaphoreSlim _free = new(AtOnce, AtOnce);

    public override void Dispose()
    {
        _free.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (GatewayInteraction interaction in queue.Reader.ReadAllAsync(stoppingToken))
        {
            await _free.WaitAsync(stoppingToken);
            _ = FreeAfterAsync(pipeline.TakeAsync(interaction, stoppingToken));
        }
    }

    private async Task FreeAfterAsync(Task taking)
    {
        await taking;
        _free.Release();
    }
}

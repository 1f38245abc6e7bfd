using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StakeBot.Bot.Jobs;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Bot.Watching.Schedules;

/// <summary>
/// Claims what is due, has it done, and notes a batch with its messages in one durable step. A kill in between loses the claim after a minute, and the item is
/// done then; a worker that comes back late finds its fence gone and notes nothing.
/// </summary>
internal sealed class DueWorker(IEnumerable<IDueHandler> handlers, OutboxSignal signal, TimeProvider time, ILogger<DueWorker> logger, IDueWork? due = null) : BackgroundService
{
    private const int Batch = 100;
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    private readonly IDueHandler[] _handlers = [.. handlers];
    private readonly HashSet<IDueHandler> _restored = [];
    private readonly ClockJump _clock = new(time);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (due is null)
            return;
        await Task.Yield();
        using PeriodicTimer timer = new(Every, time);
        do
        {
            try
            {
                await RunOnceAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                BotLog.DueWorkTroubled(logger, fault);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Does everything that is due now.</summary>
    internal async Task RunOnceAsync(CancellationToken ct)
    {
        if (due is null)
            return;
        // What was put while the clock was ahead would be due when it is there again.
        if (_clock.Look() < TimeSpan.Zero)
            _restored.Clear();
        foreach (IDueHandler handler in _handlers.Where(handler => !_restored.Contains(handler)))
            await RestoreAsync(handler, ct);
        bool isMore;
        do
        {
            isMore = false;
            // A batch of each kind in turn: ten thousand digests at one minute do not hold up an alert.
            foreach (IDueHandler handler in _handlers)
            {
                DateTimeOffset claimed = time.GetUtcNow();
                IReadOnlyList<ClaimedItem> claims = await due.ClaimAsync(handler.Kind, claimed, Lease, Batch, ct);
                isMore |= claims.Count > 0;
                // What a slow batch does not come to while it has it is claimed anew.
                List<Completion> done = [];
                foreach (ClaimedItem claim in claims.TakeWhile(_ => time.GetUtcNow() < claimed + Lease))
                    done.AddRange(await DoAsync(handler, claim, ct));
                await NoteAsync(due, done, ct);
            }
        }
        while (isMore);
    }

    // One that cannot be restored keeps no other from its work, and is tried again with the next pass.
    private async Task RestoreAsync(IDueHandler handler, CancellationToken ct)
    {
        try
        {
            await handler.RestoreAsync(ct);
            _restored.Add(handler);
        }
        catch (Exception fault) when (!ct.IsCancellationRequested && fault is not StoreUnavailableException)
        {
            BotLog.DueWorkNotRestored(logger, fault, handler.Kind);
        }
    }

    private async Task<IEnumerable<Completion>> DoAsync(IDueHandler handler, ClaimedItem claim, CancellationToken ct)
    {
        try
        {
            DueStep step = await handler.HandleAsync(claim.Item, ct);
            return [new Completion(claim, step.Occurrence, step.Next, step.Outgoing)];
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            // The claim runs out, and it is tried again then.
            BotLog.DueItemFailed(logger, fault, claim.Item.Id);
            return [];
        }
    }

    private async Task NoteAsync(IDueWork work, List<Completion> done, CancellationToken ct)
    {
        try
        {
            IReadOnlyList<bool> noted = await work.CompleteAsync(done, ct);
            if (done.Where((_, i) => noted[i]).SelectMany(completion => completion.Outgoing).Any(message => message.NotBefore <= time.GetUtcNow()))
                signal.Wake();
        }
        catch (ArgumentException fault) when (done.Count == 1)
        {
            BotLog.DueItemFailed(logger, fault, done[0].Claim.Item.Id);
        }
        catch (ArgumentException)
        {
            // One that the store does not take is not to keep the others from being noted.
            foreach (Completion one in done)
                await NoteAsync(work, [one], ct);
        }
    }
}

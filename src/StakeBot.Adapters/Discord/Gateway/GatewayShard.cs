using Microsoft.Extensions.Logging;
using StakeBot.Adapters.Discord.Rest;

namespace StakeBot.Adapters.Discord.Gateway;

/// <summary>Keeps one connection: makes it, and after its end makes another, as the end asks for.</summary>
internal sealed class GatewayShard(GatewayIdentity identity, GatewayParts parts, GatewayDirectory directory, ILogger logger)
{
    private const int MostFailedResumes = 3;
    private const int MostUnreached = 2;
    private const int MostMisunderstood = 3;

    private static readonly TimeSpan Lasting = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan MisunderstoodWithin = TimeSpan.FromMinutes(10);

    private readonly Queue<TimeSpan> _misunderstood = new();
    private GatewaySession? _session;
    private int _failures;
    private int _failedResumes;
    private int _unreached;

    /// <summary>Stays connected until the process ends or a person must mend something.</summary>
    /// <param name="gateway">Where new sessions are begun.</param>
    public async Task RunAsync(Uri gateway, CancellationToken stopping)
    {
        while (true)
        {
            GatewayEnd end = await ConnectAsync(gateway, stopping);
            if (end.Next is Next.Stop or Next.Never)
            {
                Leave(end);
                return;
            }
            parts.State.Enter(identity.Shard, GatewayPhase.Waiting);
            TimeSpan wait = Backoff.After(_failures++, end, parts.Random());
            GatewayLog.Ended(logger, identity, end.Cause, _session is null ? Next.NewSession : Next.Resume, (long)wait.TotalMilliseconds);
            await parts.Clock.DelayAsync(wait, stopping);
            if (_unreached >= MostUnreached)
                gateway = await AskAgainAsync(stopping) ?? gateway;
        }
    }

    private async Task<Uri?> AskAgainAsync(CancellationToken stopping)
    {
        _unreached = 0;
        try
        {
            return await directory.TryAskAsync(stopping);
        }
        catch (DiscordFatalException fatal)
        {
            Leave(new GatewayEnd(Next.Never, fatal.Message));
            throw new OperationCanceledException(stopping);
        }
    }

    private async Task<GatewayEnd> ConnectAsync(Uri gateway, CancellationToken stopping)
    {
        if (_session is null && parts.Budget.IsUsedUp)
            return new GatewayEnd(Next.Never, Cures.TooManySessions(parts.Budget.Begun));
        using IdentifyTurn? turn = _session is null ? await parts.Budget.TurnAsync(stopping) : null;
        bool resumes = _session is not null;
        GatewayConnection connection = new(identity, _session, turn, parts, logger);
        GatewayEnd end = await connection.RunAsync(_session?.ResumeUrl ?? gateway, stopping);
        if (end.Code is 4001 or 4002 && MisunderstoodOnceMore() == MostMisunderstood)
            return end with { Next = Next.Never, Cause = Cures.Misunderstood };
        if (end.Code == 4008)
            GatewayLog.SentTooMuch(logger);
        if (connection.ReadySince is { } since && parts.Clock.Now - since >= Lasting)
            _failures = 0;
        _session = end.Next == Next.Resume ? connection.Session : null;
        _failedResumes = resumes && connection.ReadySince is null ? _failedResumes + 1 : 0;
        _unreached = !resumes && end.IsUnreached ? _unreached + 1 : 0;
        if (_failedResumes == MostFailedResumes)
            _session = null;
        return end;
    }

    private int MisunderstoodOnceMore()
    {
        _misunderstood.Enqueue(parts.Clock.Now);
        while (_misunderstood.Peek() + MisunderstoodWithin <= parts.Clock.Now)
            _misunderstood.Dequeue();
        return _misunderstood.Count;
    }

    private void Leave(GatewayEnd end)
    {
        parts.State.Enter(identity.Shard, GatewayPhase.Over);
        if (end.Next == Next.Never && parts.Stop.Stop(end.Cause))
            GatewayLog.Stopped(logger, end.Cause);
    }
}

using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StakeBot.Adapters.Discord.Rest;

namespace StakeBot.Adapters.Discord.Gateway;

/// <summary>Connects to Discord and stays connected, while the process runs.</summary>
internal sealed class GatewayService(
    DiscordRest rest,
    GatewayDirectory directory,
    GatewayParts parts,
    GatewayIdentity identity,
    IEnumerable<IBeforeConnecting> before,
    ILogger<GatewayService> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using CancellationTokenSource stopping = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, parts.Stop.Token);
        try
        {
            Uri gateway = await BeginAsync(stopping.Token);
            await Task.WhenAll(Enumerable.Range(0, identity.Shards).Select(shard =>
                new GatewayShard(identity with { Shard = shard }, parts, directory, logger).RunAsync(gateway, stopping.Token)));
        }
        catch (DiscordFatalException fatal)
        {
            if (parts.Stop.Stop(fatal.Message))
                GatewayLog.Stopped(logger, fatal.Message);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The process ends, or the log has said already why nothing more goes to Discord.
        }
    }

    private async Task<Uri> BeginAsync(CancellationToken ct)
    {
        for (int failures = 1; ; failures++)
        {
            TimeSpan wait = TimeSpan.FromSeconds(Math.Min(Backoff.Longest.TotalSeconds, Math.Pow(2, Math.Min(failures, 30))) * (0.5 + (parts.Random() / 2)));
            try
            {
                return await PrepareAsync(ct);
            }
            catch (Exception fault) when (fault is DiscordUnavailableException or DiscordRefusedException)
            {
                GatewayLog.NotStarted(logger, (long)wait.TotalSeconds, fault.Message);
            }
            catch (Exception fault) when (fault is not (DiscordFatalException or OperationCanceledException))
            {
                GatewayLog.NotPrepared(logger, fault, (long)wait.TotalSeconds);
            }
            await parts.Clock.DelayAsync(wait, ct);
        }
    }

    private async Task<Uri> PrepareAsync(CancellationToken ct)
    {
        JsonElement application = await rest.SendAsync(new DiscordRequest(Routes.CurrentApplication), ct) ?? default;
        if (application.ValueKind != JsonValueKind.Object || !application.TryGetProperty("id", out JsonElement id) || id.GetString() is not { } number)
            throw new DiscordUnavailableException("Discord's answer does not say whose token it is.");
        parts.State.Application = new DiscordApplication(number);
        Uri gateway = await directory.AskAsync(ct);
        foreach (IBeforeConnecting each in before)
            await each.PrepareAsync(parts.State.Application, ct);
        return gateway;
    }
}

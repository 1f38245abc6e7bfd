using System.Diagnostics.Metrics;
using StakeBot.Adapters.Discord.Rest;

namespace StakeBot.Adapters.Discord;

/// <summary>What can be measured of the traffic with Discord, under the name <c>StakeBot.Discord</c>.</summary>
internal sealed class DiscordMetrics : IDisposable
{
    private readonly Meter _meter = new("StakeBot.Discord");
    private readonly Counter<long> _slowDowns;
    private readonly Counter<long> _identifies;
    private readonly Counter<long> _resumes;
    private readonly Counter<long> _closes;
    private readonly Histogram<double> _roundTrip;

    public DiscordMetrics()
    {
        _slowDowns = _meter.CreateCounter<long>("discord.rest.slow_downs", description: "Answers 429, by address.");
        _identifies = _meter.CreateCounter<long>("discord.gateway.identifies");
        _resumes = _meter.CreateCounter<long>("discord.gateway.resumes");
        _closes = _meter.CreateCounter<long>("discord.gateway.closes", description: "Ends of connections, by close code.");
        _roundTrip = _meter.CreateHistogram<double>("discord.gateway.heartbeat", "ms", "From a heartbeat to its acknowledgement.");
    }

    public void SlowedDown(Route route) => _slowDowns.Add(1, new KeyValuePair<string, object?>("route", route.ToString()));

    public void Identified() => _identifies.Add(1);

    public void Resumed() => _resumes.Add(1);

    public void Closed(int? code) => _closes.Add(1, new KeyValuePair<string, object?>("code", code));

    public void Acknowledged(TimeSpan after) => _roundTrip.Record(after.TotalMilliseconds);

    public void Dispose() => _meter.Dispose();
}

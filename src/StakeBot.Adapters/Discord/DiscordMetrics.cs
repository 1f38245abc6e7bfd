using System.Diagnostics.Metrics;
using StakeBot.Adapters.Discord.Rest;

namespace StakeBot.Adapters.Discord;

/// <summary>What can be measured of the traffic with Discord, under the name <c>StakeBot.Discord</c>.</summary>
internal sealed class DiscordMetrics : IDisposable
{
    private static readonly TimeSpan Narrow = TimeSpan.FromSeconds(2.5);

    private readonly Meter _meter = new("StakeBot.Discord");
    private readonly Counter<long> _slowDowns;
    private readonly Counter<long> _identifies;
    private readonly Counter<long> _resumes;
    private readonly Counter<long> _closes;
    private readonly Histogram<double> _roundTrip;
    private readonly Histogram<double> _firstResponse;
    private readonly Counter<long> _narrow;
    private readonly Counter<long> _lost;

    public DiscordMetrics()
    {
        _slowDowns = _meter.CreateCounter<long>("discord.rest.slow_downs", description: "Answers 429, by address.");
        _identifies = _meter.CreateCounter<long>("discord.gateway.identifies");
        _resumes = _meter.CreateCounter<long>("discord.gateway.resumes");
        _closes = _meter.CreateCounter<long>("discord.gateway.closes", description: "Ends of connections, by close code.");
        _roundTrip = _meter.CreateHistogram<double>("discord.gateway.heartbeat", "ms", "From a heartbeat to its acknowledgement.");
        _firstResponse = _meter.CreateHistogram<double>("discord.interactions.first_response", "ms", "From the receipt of an interaction to its first response.");
        _narrow = _meter.CreateCounter<long>("discord.interactions.narrow", description: "First responses that took more than 2.5 of Discord's 3 seconds.");
        _lost = _meter.CreateCounter<long>("discord.interactions.lost", description: "First responses that Discord did not take, by its code.");
    }

    /// <summary>Discord took the first response to an interaction.</summary>
    public void Responded(TimeSpan after)
    {
        _firstResponse.Record(after.TotalMilliseconds);
        if (after > Narrow)
            _narrow.Add(1);
    }

    /// <summary>It did not; the code is Discord's, none when it said nothing.</summary>
    public void Lost(int? code) => _lost.Add(1, new KeyValuePair<string, object?>("code", code));

    public void SlowedDown(Route route) => _slowDowns.Add(1, new KeyValuePair<string, object?>("route", route.ToString()));

    public void Identified() => _identifies.Add(1);

    public void Resumed() => _resumes.Add(1);

    public void Closed(int? code) => _closes.Add(1, new KeyValuePair<string, object?>("code", code));

    public void Acknowledged(TimeSpan after) => _roundTrip.Record(after.TotalMilliseconds);

    public void Dispose() => _meter.Dispose();
}

namespace StakeBot.Adapters.Discord.Gateway;

/// <summary>What a connection leaves to the next one, so that nothing is missed between them.</summary>
internal sealed class GatewaySession(string id, Uri resumeUrl, long sequence)
{
    private long _sequence = sequence;

    public string Id { get; } = id;

    /// <summary>Where it is resumed.</summary>
    public Uri ResumeUrl { get; } = resumeUrl;

    /// <summary>What is shown beside the bot's name while this session lasts.</summary>
    public string Presence { get; set; } = "";

    /// <summary>The last event that came.</summary>
    public long Sequence
    {
        get => Interlocked.Read(ref _sequence);
        set => Interlocked.Exchange(ref _sequence, value);
    }
}

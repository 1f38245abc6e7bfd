using System.Text.Json;
using System.Threading.Channels;

namespace StakeBot.Adapters.Discord.Gateway;

/// <summary>
/// What came in and is not taken up yet. Bounded, and it never makes the reader of the socket wait: when much is waiting, suggestions are dropped first,
/// because nobody misses them; when it is full, everything is.
/// </summary>
internal sealed class InteractionQueue(TimeProvider time)
{
    public const int Capacity = 1024;
    public const int RoomForSuggestions = 768;

    private const int Autocomplete = 4;

    private readonly Channel<GatewayInteraction> _waiting = Channel.CreateBounded<GatewayInteraction>(Capacity);
    private long _dropped;

    public ChannelReader<GatewayInteraction> Reader => _waiting.Reader;

    /// <summary>How many were not taken in since the start.</summary>
    public long Dropped => Interlocked.Read(ref _dropped);

    /// <summary>Takes an interaction in, if there is room for it.</summary>
    public bool TryPost(JsonElement interaction)
    {
        bool isSuggestion = interaction.TryGetProperty("type", out JsonElement type) && type.TryGetInt32(out int kind) && kind == Autocomplete;
        bool hasRoom = !isSuggestion || _waiting.Reader.Count < RoomForSuggestions;
        if (hasRoom && _waiting.Writer.TryWrite(new GatewayInteraction(interaction, time.GetTimestamp())))
            return true;
        Interlocked.Increment(ref _dropped);
        return false;
    }
}

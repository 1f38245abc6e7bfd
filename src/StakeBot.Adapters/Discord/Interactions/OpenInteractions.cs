using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace StakeBot.Adapters.Discord.Interactions;

/// <summary>The interactions that are being worked on, by their id, until they are answered.</summary>
internal sealed class OpenInteractions
{
    // What has no answer by then will have none.
    private static readonly TimeSpan Forgotten = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, InteractionResponse> _open = new();
    private readonly ConcurrentQueue<InteractionResponse> _byAge = new();

    /// <summary>How many there are.</summary>
    public int Count => _open.Count;

    /// <summary>Enters one; false when it is there already.</summary>
    public bool TryAdd(InteractionResponse response)
    {
        Sweep();
        if (!_open.TryAdd(response.Interaction.Id, response))
            return false;
        _byAge.Enqueue(response);
        return true;
    }

    /// <summary>The one of that id; null when it is none, or was answered.</summary>
    public InteractionResponse? Find(string id) => _open.GetValueOrDefault(id);

    /// <summary>Takes one out, because it is being answered now.</summary>
    public bool TryTake(string id, [NotNullWhen(true)] out InteractionResponse? response) => _open.TryRemove(id, out response);

    private void Sweep()
    {
        while (_byAge.TryPeek(out InteractionResponse? oldest) && (oldest.Age > Forgotten || !_open.ContainsKey(oldest.Interaction.Id)) && _byAge.TryDequeue(out oldest))
            _open.TryRemove(new KeyValuePair<string, InteractionResponse>(oldest.Interaction.Id, oldest));
    }
}

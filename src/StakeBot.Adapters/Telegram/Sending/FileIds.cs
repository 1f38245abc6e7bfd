using System.Security.Cryptography;

namespace StakeBot.Adapters.Telegram.Sending;

/// <summary>What Telegram calls the pictures that it has: an identical picture is not uploaded again. The oldest names give way.</summary>
internal sealed class FileIds
{
    private const int Most = 512;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, string> _byHash = [];
    private readonly Queue<string> _order = new();

    public string? Find(ReadOnlySpan<byte> content)
    {
        lock (_gate)
            return _byHash.GetValueOrDefault(Hash(content));
    }

    public void Note(ReadOnlySpan<byte> content, string id)
    {
        string hash = Hash(content);
        lock (_gate)
        {
            if (_byHash.TryAdd(hash, id))
                _order.Enqueue(hash);
            else
                _byHash[hash] = id;
            if (_order.Count > Most)
                _byHash.Remove(_order.Dequeue());
        }
    }

    public void Forget(ReadOnlySpan<byte> content)
    {
        lock (_gate)
            _byHash.Remove(Hash(content));
    }

    private static string Hash(ReadOnlySpan<byte> content) => Convert.ToHexString(SHA256.HashData(content));
}

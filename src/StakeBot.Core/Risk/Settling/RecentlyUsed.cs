using System.Diagnostics.CodeAnalysis;
using System.Threading;

namespace StakeBot.Core.Risk.Settling;

/// <summary>Keeps what was used of late: at least the newest <paramref name="most"/>, never more than twice as many. Safe from many threads.</summary>
internal sealed class RecentlyUsed<TKey, TValue>(int most)
    where TKey : notnull
{
    private readonly Lock _gate = new();
    private Dictionary<TKey, TValue> _newer = [];
    private Dictionary<TKey, TValue> _older = [];

    public bool TryFind(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        lock (_gate)
        {
            if (_newer.TryGetValue(key, out value))
                return true;
            if (!_older.TryGetValue(key, out value))
                return false;
            Put(key, value);
            return true;
        }
    }

    public void Keep(TKey key, TValue value)
    {
        lock (_gate)
            Put(key, value);
    }

    private void Put(TKey key, TValue value)
    {
        if (_newer.Count >= most)
            (_older, _newer) = (_newer, []);
        _newer[key] = value;
    }
}

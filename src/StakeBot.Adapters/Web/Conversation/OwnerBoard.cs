using System.Globalization;
using StakeBot.Adapters.Web.Access;

namespace StakeBot.Adapters.Web.Conversation;

/// <summary>
/// What is said to whoever sits at this machine, whichever browsers he has open: every session shows it, also one that begins later.
/// Not safe to share: the sessions guard it.
/// </summary>
internal sealed class OwnerBoard
{
    private const int Most = 50;
    private const int RunBytes = 6;

    // A message of an earlier process must never be taken for one of this process.
    private readonly string _run = Secret.New(RunBytes);
    private readonly List<(string Id, string Json)> _messages = [];
    private int _last;

    /// <summary>Everything on it, oldest first, in its present state.</summary>
    public IReadOnlyList<(string Id, string Json)> Messages => _messages;

    public string NewId() => string.Create(CultureInfo.InvariantCulture, $"owner-{_run}-{++_last}");

    public bool Has(string id) => _messages.Exists(message => message.Id == id);

    public void Add(string id, string json)
    {
        _messages.Add((id, json));
        if (_messages.Count > Most)
            _messages.RemoveAt(0);
    }

    /// <returns>False when it is no longer there.</returns>
    public bool Edit(string id, string json)
    {
        int place = _messages.FindIndex(message => message.Id == id);
        if (place < 0)
            return false;
        _messages[place] = (id, json);
        return true;
    }
}

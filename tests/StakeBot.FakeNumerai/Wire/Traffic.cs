using System.Collections.Concurrent;

namespace StakeBot.NumeraiFake.Wire;

/// <summary>What arrived: every operation, and the posts of each model's changes.</summary>
internal sealed class Traffic
{
    private readonly ConcurrentQueue<string> _operations = new();
    private readonly ConcurrentDictionary<string, int> _mutationPosts = new();

    public IReadOnlyCollection<string> Operations => _operations;

    private int _tooMany;

    public int TooMany => _tooMany;

    public void CountTooMany() => Interlocked.Increment(ref _tooMany);

    public int MutationPosts(string model) => _mutationPosts.GetValueOrDefault(model);

    public void Count(string operation) => _operations.Enqueue(operation);

    public void CountMutation(string model) => _mutationPosts.AddOrUpdate(model, 1, (_, posts) => posts + 1);
}

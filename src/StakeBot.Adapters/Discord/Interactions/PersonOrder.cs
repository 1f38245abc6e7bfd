using System.Collections.Concurrent;

namespace StakeBot.Adapters.Discord.Interactions;

/// <summary>What one person does is taken in one thing after the other; people do not wait for each other.</summary>
internal sealed class PersonOrder
{
    private readonly ConcurrentDictionary<string, Task> _last = new();

    /// <summary>Does it after everything that was entered for that person before. Entered by one caller at a time.</summary>
    public Task RunAsync(string person, Func<Task> work)
    {
        Task turn = AfterAsync(_last.GetValueOrDefault(person, Task.CompletedTask), work);
        _last[person] = turn;
        _ = turn.ContinueWith(
            done => _last.TryRemove(new KeyValuePair<string, Task>(person, done)),
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        return turn;
    }

    private static async Task AfterAsync(Task before, Func<Task> work)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await work();
    }
}

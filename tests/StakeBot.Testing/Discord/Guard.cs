namespace StakeBot.Testing.Discord;

/// <summary>What should happen at once and does not fails its test instead of holding it up for ever.</summary>
public static class Guard
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static async Task Soon(Task task, Func<string> complaint)
    {
        try
        {
            await task.WaitAsync(Patience);
        }
        catch (TimeoutException) when (!task.IsCompleted)
        {
            throw new TimeoutException(complaint());
        }
    }

    public static async Task<T> Soon<T>(Task<T> task, Func<string> complaint)
    {
        await Soon((Task)task, complaint);
        return await task;
    }
}

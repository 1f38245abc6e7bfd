using System.Globalization;
using StakeBot.Adapters.Store.Lite;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.StoreVictim;

/// <summary>
/// One transition after the other: two records that both say the number of the transition, one more record each, and a message. After a failure it
/// reads what is there, as everybody has to, and after three it ends.
/// </summary>
internal static class WritingLoop
{
    private const int MostFailures = 3;

    public static async Task RunAsync(string folder)
    {
        using LiteStore store = new(new StoreSetup(folder, TimeProvider.System) { BallastBytes = 0 });
        await store.OpenAsync(CancellationToken.None);
        long written = await WrittenAsync(store);
        Console.WriteLine($"opened {written}");
        int failures = 0;
        while (failures < MostFailures)
        {
            try
            {
                if (!await store.TryTransitionAsync(Next(written), CancellationToken.None))
                    throw new InvalidOperationException($"Transition {written + 1} was refused: somebody else writes here.");
                Console.WriteLine($"acknowledged {++written}");
            }
            catch (StoreUnavailableException)
            {
                failures++;
                written = await WrittenAsync(store);
                Console.WriteLine($"failed, and {written} are there");
            }
        }
    }

    private static Transition Next(long written)
    {
        string number = (written + 1).ToString(CultureInfo.InvariantCulture);
        return new Transition(
            new JournalEntry(DateTimeOffset.UnixEpoch.AddSeconds(written), $"p{written % 7}", "counted", "stakebot", new string('d', 400)),
            [new("count", "one", written, number), new("count", "two", written, number), new("step", number, 0, new string('s', 200))],
            [new($"m{number}", "web", "42", OutgoingPriority.Alert, number, DateTimeOffset.UnixEpoch)]);
    }

    private static async Task<long> WrittenAsync(LiteStore store) =>
        (await store.FindAsync("count", "one", CancellationToken.None))?.Version ?? 0;
}

using System.Security.Cryptography;
using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.People;
using StakeBot.Bot.Ports;
using StakeBot.Bot.Ports.Staking;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Bot.Execution;

/// <summary>Switches live sending on and off. On takes two deliberate acts of the owner; off takes one. What was switched on stays on over restarts.</summary>
internal sealed class ModeSwitch(IStakeStore store, BotMode mode, OwnerAlerts alerts, TimeProvider time, ILegacyStakes? stakes = null)
{
    public const string Subject = "mode";

    private const string Collection = "switches";
    private const string Key = "live";
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static readonly TimeSpan WordHolds = TimeSpan.FromMinutes(5);

    private readonly Lock _gate = new();
    private (string Word, string Person, DateTimeOffset Until)? _asked;

    /// <summary>Why the bot cannot go live, one sentence; null when it can.</summary>
    /// <exception cref="NumeraiUnavailableException">It cannot be found out now.</exception>
    public async Task<string?> WhyNotLiveAsync(CancellationToken ct) => WhyNever ?? await stakes!.WhyNotAsync(ct);

    private string? WhyNever => mode.Initial switch
    {
        ExecutionMode.Paper => "The account is simulated: it can only be played with.",
        _ when stakes is null => "The account is read from files: nothing could be sent.",
        _ => null,
    };

    /// <summary>Takes up at the start what was switched on before.</summary>
    public async Task RestoreAsync(CancellationToken ct)
    {
        if (WhyNever is null && await store.FindAsync(Collection, Key, ct) is not null)
            mode.Switch(ExecutionMode.Live);
    }

    /// <summary>The first act: the word that the second has to repeat within five minutes.</summary>
    public string Ask(Person person)
    {
        string word = RandomNumberGenerator.GetString(Alphabet, 4);
        lock (_gate)
            _asked = (word, person.Id, time.GetUtcNow() + WordHolds);
        return word;
    }

    /// <summary>The second act.</summary>
    /// <returns>Whether it is live now; false when the word is wrong or too old.</returns>
    public async Task<bool> GoLiveAsync(Person person, string word, CancellationToken ct)
    {
        lock (_gate)
        {
            if (_asked is not { } asked || asked.Person != person.Id || time.GetUtcNow() > asked.Until || !asked.Word.Equals(word, StringComparison.OrdinalIgnoreCase))
                return false;
            _asked = null;
        }
        long version = (await store.FindAsync(Collection, Key, ct))?.Version ?? 0;
        if (!await WriteAsync("mode-live", person, version, RecordJson.Write(new Live(person.Id, time.GetUtcNow())), "Sending was switched on: confirmed changes are sent to Numerai.", ct))
            return false;
        mode.Switch(ExecutionMode.Live);
        return true;
    }

    /// <summary>Back to the dry run, at once. What waits is out of date then.</summary>
    public async Task GoDryAsync(Person person, CancellationToken ct)
    {
        if (await store.FindAsync(Collection, Key, ct) is { } record)
            await WriteAsync("mode-dry-run", person, record.Version, null, "Sending was switched off: it is a dry run again.", ct);
        mode.Switch(mode.Initial);
    }

    private async Task<bool> WriteAsync(string what, Person by, long version, string? body, string told, CancellationToken ct) => await store.TryTransitionAsync(
        new Transition(
            new JournalEntry(time.GetUtcNow(), Subject, what, by.Identity.Key, "{}"),
            [new RecordWrite(Collection, Key, version, body)],
            await alerts.ForOwnerAsync($"{told} By {by.Identity.Key}.", ct)),
        ct);

    private sealed record Live(string By, DateTimeOffset At);
}

using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.People;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Bot.Execution;

/// <summary>The emergency stop: while it is on, no proposal is made and nothing is sent. Reading works.</summary>
internal sealed class PauseSwitch(IStakeStore store, TimeProvider time)
{
    public const string Subject = "pause";

    private const string Collection = "switches";
    private const string Key = "pause";

    /// <summary>Why it is paused, one sentence; null when it is not.</summary>
    public async Task<string?> ReasonAsync(CancellationToken ct) =>
        await store.FindAsync(Collection, Key, ct) is { } record && RecordJson.Read<Pause>(record.Body) is var pause
            ? $"PAUSED by {pause.By} {ChatTime.Mark(pause.At)}{(pause.Why is null ? "" : $": \"{pause.Why}\"")}."
            : null;

    /// <summary>Switches it on.</summary>
    /// <returns>False when it is on already.</returns>
    public Task<bool> PauseAsync(Person by, string? why, CancellationToken ct)
    {
        Pause pause = new(PlainText.Name(by.Name), time.GetUtcNow(), why);
        return WriteAsync("paused", by, 0, RecordJson.Write(pause), RecordJson.Write(pause), ct);
    }

    /// <summary>Switches it off.</summary>
    /// <returns>False when it is not on.</returns>
    public async Task<bool> ResumeAsync(Person by, CancellationToken ct) =>
        await store.FindAsync(Collection, Key, ct) is { } record && await WriteAsync("resumed", by, record.Version, null, "{}", ct);

    private Task<bool> WriteAsync(string what, Person by, long version, string? body, string detail, CancellationToken ct) => store.TryTransitionAsync(
        new Transition(
            new JournalEntry(time.GetUtcNow(), Subject, what, by.Identity.Key, detail),
            [new RecordWrite(Collection, Key, version, body)],
            []),
        ct);

    private sealed record Pause(string By, DateTimeOffset At, string? Why);
}

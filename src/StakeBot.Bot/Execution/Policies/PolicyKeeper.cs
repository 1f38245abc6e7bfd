using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.People;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Core.Proposals;

namespace StakeBot.Bot.Execution.Policies;

/// <summary>
/// Keeps the fund's policy. Tightening acts at once; loosening after a day, so that nobody can do it in a hurry or unseen: the owner is told of every
/// change on all of his platforms, also of his own, because it may be somebody else with one of them.
/// </summary>
internal sealed class PolicyKeeper(IStakeStore store, PolicyBook book, OwnerAlerts alerts, TimeProvider time)
{
    public const string Subject = "policy";

    private const string Collection = "policy";
    private const string Key = "current";

    public static TimeSpan LooseningDelay { get; } = TimeSpan.FromHours(24);

    public PolicyBook Book => book;

    /// <summary>The policy now, with every loosening whose time has come.</summary>
    public async Task<FundPolicy> CurrentAsync(CancellationToken ct) => (await LoadAsync(ct)).Policy;

    /// <summary>Sets one thing.</summary>
    /// <returns>The policy afterwards; and when the change acts: null at once.</returns>
    public async Task<PolicyOutcome> SetAsync(Person by, string name, string value, CancellationToken ct)
    {
        if (PolicySetting.Named(name) is not { } setting)
            return new PolicyOutcome.NotUnderstood($"There is no setting '{OneWord(name)}'. Settings: {string.Join(", ", PolicySetting.All.Select(known => known.Name))}.");
        (FundPolicy policy, long version) = await LoadAsync(ct);
        if (setting.Apply(policy, value, book) is not { } changed)
        {
            string choices = setting.Name == "policy" ? $" Policies: {string.Join(", ", book.All.Select(known => known.Name))}." : "";
            return new PolicyOutcome.NotUnderstood($"'{OneWord(value)}' is no value for {setting.Name}: {setting.Summary}. Example: /policy set {setting.Name} {setting.Example}.{choices}");
        }
        if (setting.Show(changed, book) == setting.Show(policy, book))
            return new PolicyOutcome.NotUnderstood($"{setting.Name} is {setting.Show(policy, book)} already.");
        DateTimeOffset? acts = setting.Loosens(policy, changed, book) ? time.GetUtcNow() + LooseningDelay : null;
        IEnumerable<Loosening> others = policy.Waiting.Where(waiting => waiting.Setting != setting.Name);
        FundPolicy next = acts is { } at
            ? policy with { Waiting = [.. others, new Loosening(setting.Name, value, at, by.Name)] }
            : changed with { Waiting = [.. others], Version = policy.Version + 1 };
        Change change = new(setting.Name, setting.Show(policy, book), setting.Show(changed, book), acts);
        string words = $"{change.Setting} {change.Before} → {change.After}";
        string told = acts is { } later
            ? $"The policy will protect less from {ChatTime.Mark(later)} on: {words}. /policy withdraw {change.Setting} takes it back."
            : $"The policy was changed: {words}, at once.";
        return await SaveAsync(next, version, acts is null ? "policy-set" : "policy-loosening-asked", by, change, told, ct)
            ? new PolicyOutcome.Set(next, setting, setting.Show(policy, book), setting.Show(changed, book), acts)
            : new PolicyOutcome.NotUnderstood("Somebody else changed the policy at the same moment. Look at it again with /policy.");
    }

    /// <summary>Takes back a loosening that does not act yet.</summary>
    public async Task<bool> WithdrawAsync(Person by, string name, CancellationToken ct)
    {
        (FundPolicy policy, long version) = await LoadAsync(ct);
        if (policy.Waiting.FirstOrDefault(waiting => waiting.Setting.Equals(name, StringComparison.OrdinalIgnoreCase)) is not { } withdrawn)
            return false;
        FundPolicy next = policy with { Waiting = [.. policy.Waiting.Where(waiting => waiting.Setting != withdrawn.Setting)] };
        string told = $"The change of {withdrawn.Setting} that was waiting was withdrawn; the policy stays as it is.";
        return await SaveAsync(next, version, "policy-loosening-withdrawn", by, new Change(withdrawn.Setting, null, null, null), told, ct);
    }

    private async Task<(FundPolicy Policy, long Version)> LoadAsync(CancellationToken ct)
    {
        StoredRecord? record = await store.FindAsync(Collection, Key, ct);
        FundPolicy policy = record is null ? FundPolicy.Initial : RecordJson.Read<FundPolicy>(record.Body);
        DateTimeOffset now = time.GetUtcNow();
        foreach (Loosening due in policy.Waiting.Where(waiting => waiting.At <= now).ToArray())
        {
            FundPolicy kept = policy with { Waiting = [.. policy.Waiting.Where(waiting => waiting != due)] };
            policy = PolicySetting.Named(due.Setting)?.Apply(kept, due.Value, book) is { } loosened
                ? loosened with { Version = policy.Version + 1 }
                : kept;
        }
        return (policy, record?.Version ?? 0);
    }

    private async Task<bool> SaveAsync(FundPolicy policy, long version, string what, Person by, Change change, string told, CancellationToken ct) => await store.TryTransitionAsync(
        new Transition(
            new JournalEntry(time.GetUtcNow(), Subject, what, by.Identity.Key, RecordJson.Write(change)),
            [new RecordWrite(Collection, Key, version, RecordJson.Write(policy))],
            await alerts.ForOwnerAsync($"{told} By {by.Identity.Key}.", ct)),
        ct);

    private static string OneWord(string text) => text.Length <= 40 ? text : text[..40] + "…";

    private sealed record Change(string Setting, string? Before, string? After, DateTimeOffset? Acts);
}

/// <summary>What became of a wish to change the policy.</summary>
internal abstract record PolicyOutcome
{
    private PolicyOutcome()
    {
    }

    /// <summary>It is taken.</summary>
    /// <param name="Policy">The policy as it acts now.</param>
    /// <param name="Setting">What was set.</param>
    /// <param name="Before">Its value before.</param>
    /// <param name="After">Its value afterwards.</param>
    /// <param name="Acts">When it acts; null: now.</param>
    public sealed record Set(FundPolicy Policy, PolicySetting Setting, string Before, string After, DateTimeOffset? Acts) : PolicyOutcome;

    /// <summary>It is not.</summary>
    /// <param name="Reason">Why, with an example.</param>
    public sealed record NotUnderstood(string Reason) : PolicyOutcome;
}

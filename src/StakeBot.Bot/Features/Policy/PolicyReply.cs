using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Execution.Policies;
using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Core.Proposals;

namespace StakeBot.Bot.Features.Policy;

internal static class PolicyReply
{
    public static Reply Show(ExecutionMode mode, FundPolicy policy, PolicyBook book)
    {
        AllocationPolicy allocation = policy.Allocation(book);
        return new Reply
        {
            Mode = mode,
            Title = $"Policy {allocation.Name} · version {policy.Version}",
            Lines =
            [
                allocation.Description,
                .. PolicySetting.All.Skip(1).Select(setting => $"• {setting.Name} {setting.Show(policy, book)}: {setting.Summary}"),
                $"Rebalanced {allocation.Rebalance.Describe()}. Nothing is ever sent without a confirmation.",
                .. policy.Waiting.Select(waiting => $"Waiting: {waiting.Setting} → {waiting.Value} acts {ChatTime.Mark(waiting.At)}, asked for by {PlainText.Name(waiting.By)}. /policy withdraw {waiting.Setting} takes it back."),
                $"To choose from: {string.Join(", ", book.All.Select(known => known.Name))}. Limits count pending changes too.",
            ],
            Buttons = [new Button("Show history", "/policy history"), new Button("Propose", "/propose"), .. policy.Waiting.Take(2).Select(waiting => new Button($"Withdraw {waiting.Setting}", $"/policy withdraw {waiting.Setting}"))],
        };
    }

    public static Reply Set(ExecutionMode mode, PolicyOutcome.Set set) => new()
    {
        Mode = mode,
        Title = set.Acts is null ? $"{set.Setting.Name} is {set.After} now" : $"{set.Setting.Name} will be {set.After}",
        Lines = set.Acts is { } at
            ? [$"{set.Setting.Name} {set.Before} → {set.After} protects less, so it acts {ChatTime.Mark(at)}, after 24 hours. Until then {set.Before} holds."]
            : [$"{set.Setting.Name} {set.Before} → {set.After}, at once. Policy version {set.Policy.Version}. Proposals that were made before are out of date."],
        Buttons = set.Acts is null ? [new Button("Show policy", "/policy"), new Button("Propose", "/propose")] : [new Button("Withdraw", $"/policy withdraw {set.Setting.Name}"), new Button("Show policy", "/policy")],
    };

    public static Reply Withdrawn(ExecutionMode mode, string setting, bool done) => done
        ? new Reply { Mode = mode, Title = "Withdrawn", Lines = [$"The change of {PlainText.Name(setting)} that was waiting will not come. The policy stays as it is."], Buttons = [new Button("Show policy", "/policy")] }
        : Refused(mode, $"No change of '{PlainText.Name(setting)}' is waiting.");

    public static Reply History(ExecutionMode mode, IReadOnlyList<JournalRecord> records, IReadOnlyDictionary<string, string> people) => new()
    {
        Mode = mode,
        Title = records.Count == 0 ? "The policy was never changed" : $"Policy · {records.Count} {(records.Count == 1 ? "change" : "changes")}",
        Lines = [.. records.Reverse().Take(15).Select(record => $"• {ChatTime.Mark(record.Entry.At)} · {record.Entry.Event.Replace('-', ' ')} · by {people[record.Entry.Actor]} · {JournalWords.Of(record.Entry.Detail)}")],
        Buttons = [new Button("Show policy", "/policy")],
    };

    public static Reply Refused(ExecutionMode mode, string reason) => new()
    {
        Kind = ReplyKind.Refusal,
        Mode = mode,
        Title = "The policy stays as it is",
        Lines = [reason, "Nothing was changed."],
        Buttons = [new Button("Show policy", "/policy")],
    };
}

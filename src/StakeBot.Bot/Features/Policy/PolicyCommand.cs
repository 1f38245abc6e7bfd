using StakeBot.Bot.Chat;
using StakeBot.Bot.Commands;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Execution.Policies;
using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.People;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Bot.Features.Policy;

/// <summary>/policy: the fund's limits. Tightening acts at once; loosening after a day.</summary>
internal sealed class PolicyCommand(PolicyKeeper keeper, JournalReader journal, ActorNames names, BotMode mode) : ICommand
{
    public CommandSpec Spec { get; } = new(
        "policy",
        "The fund's policy and limits: show, set, withdraw a loosening, history",
        "/policy set model-limit 1.5%",
        Role.Viewer,
        CommandTopic.Act,
        [
            new OptionSpec("action", OptionKind.Choice, "show (the default), set, withdraw or history; set and withdraw are the owner's.") { Choices = ["show", "set", "withdraw", "history"] },
            new OptionSpec("setting", OptionKind.Text, $"One of {string.Join(", ", PolicySetting.All.Select(setting => setting.Name))}.") { Completes = Completes.PolicySettings },
            new OptionSpec("value", OptionKind.Text, "Its new value, such as 1.5% or balanced."),
        ]);

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        string action = call.Choice("action") ?? (call.Text("setting") is null ? "show" : "set");
        if (action == "show")
            return PolicyReply.Show(mode.Value, await keeper.CurrentAsync(ct), keeper.Book);
        if (action == "history")
            return await HistoryAsync(ct);
        if (Gate.Refusal(call.Person, Role.Owner) is { } refusal)
            return PolicyReply.Refused(mode.Value, refusal);
        if (call.Text("setting") is not { } setting)
            return PolicyReply.Refused(mode.Value, $"Which setting? Example: {Spec.Example}. Settings: {string.Join(", ", PolicySetting.All.Select(known => known.Name))}.");
        if (action == "withdraw")
            return PolicyReply.Withdrawn(mode.Value, setting, await keeper.WithdrawAsync(call.Person, setting, ct));
        if (call.Text("value") is not { } value)
            return PolicyReply.Refused(mode.Value, $"Which value? Example: {Spec.Example}.");
        return await keeper.SetAsync(call.Person, setting, value, ct) switch
        {
            PolicyOutcome.Set set => PolicyReply.Set(mode.Value, set),
            PolicyOutcome.NotUnderstood not => PolicyReply.Refused(mode.Value, not.Reason),
            _ => throw new InvalidOperationException("A policy is set or not."),
        };
    }

    private async Task<Reply> HistoryAsync(CancellationToken ct)
    {
        IReadOnlyList<JournalRecord> records = await journal.ReadAsync(PolicyKeeper.Subject, ct);
        return PolicyReply.History(mode.Value, records, await names.OfAsync(records.Select(record => record.Entry.Actor), ct));
    }
}

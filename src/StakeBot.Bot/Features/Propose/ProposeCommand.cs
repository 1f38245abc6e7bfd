using StakeBot.Bot.Chat;
using StakeBot.Bot.Commands;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Execution.Making;
using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.People;
using StakeBot.Core.Proposals;

namespace StakeBot.Bot.Features.Propose;

/// <summary>/propose and /rebalance: what should change, exactly, to be confirmed with one tap. Nothing changes before that.</summary>
internal sealed class ProposeCommand(string name, Proposer proposer, BotMode mode, TimeProvider time) : ICommand
{
    private static readonly Dictionary<string, AllocationObjective> Goals = new()
    {
        ["minrisk"] = AllocationObjective.MinRisk,
        ["target"] = AllocationObjective.BestRatio,
        ["parity"] = AllocationObjective.RiskParity,
        ["equal"] = AllocationObjective.EqualWeight,
        ["caps"] = AllocationObjective.KeepPresent,
    };

    public CommandSpec Spec { get; } = new(
        name,
        name == "propose" ? "Propose stake changes, to be confirmed with one tap" : "The same as /propose",
        $"/{name} policy",
        Role.Approver,
        CommandTopic.Act,
        [
            new OptionSpec("goal", OptionKind.Choice, "policy (the default), minrisk, target (best ratio), parity, equal, caps (present stakes cut to the caps), or manual with amounts.")
            {
                Choices = ["policy", .. Goals.Keys, "manual"],
            },
            new OptionSpec("amounts", OptionKind.Models, "For manual: NMR at full run, such as HERON=96,FINCH=8.") { Completes = Completes.Nothing },
            new OptionSpec("preview", OptionKind.Flag, "Only shows it: nothing can be confirmed."),
        ])
    {
        Proposes = true,
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        (ProposalGoal? goal, string? wrong) = GoalOf(call);
        if (goal is null)
            return ProposeReply.Refused(mode.Value, wrong!);
        ProposeOutcome outcome = await proposer.MakeAsync(goal, ProposalOrigin.Person, call.Person.Signature, call.Flag("preview"), ct);
        return outcome switch
        {
            ProposeOutcome.Made made => ProposeReply.Made(made, time.GetUtcNow()),
            ProposeOutcome.NothingToDo nothing => ProposeReply.Nothing(mode.Value, nothing),
            ProposeOutcome.Refused refused => ProposeReply.Refused(mode.Value, refused.Reason),
            _ => throw new InvalidOperationException($"Unknown outcome {outcome}."),
        };
    }

    private static (ProposalGoal? Goal, string? Wrong) GoalOf(CommandCall call)
    {
        string word = call.Choice("goal") ?? (call.Models("amounts") is null ? "policy" : "manual");
        if (word == "manual")
            return call.Models("amounts") is { } typed ? TypedAmounts.Read(typed) : (null, $"manual needs amounts: {TypedAmounts.Example}.");
        if (call.Models("amounts") is not null)
            return (null, $"Amounts go with manual, not with {word}: {TypedAmounts.Example}.");
        return (new ProposalGoal.Follow(Goals.TryGetValue(word, out AllocationObjective objective) ? objective : null), null);
    }
}

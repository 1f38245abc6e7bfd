using StakeBot.Bot.Execution.Desks;
using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.People;
using StakeBot.Core.Proposals;

namespace StakeBot.Bot.Execution.Deciding;

/// <summary>The owner's word on a step that reading could not settle, with the evidence before him; and his word that he has entered a setting.</summary>
internal sealed class Settlement(ProposalBook book, StepOutcome outcome, ExecutorSignal signal, TimeProvider time)
{
    /// <summary>Decides what became of a step.</summary>
    /// <param name="person">Who decides.</param>
    /// <param name="id">The proposal.</param>
    /// <param name="taken">Whether Numerai took it.</param>
    public async Task<Decision> DecideAsync(Person person, ProposalId id, bool taken, CancellationToken ct)
    {
        if (person.Role < Role.Owner)
            return new Decision.Refused($"Only the owner can decide this; you are the {Gate.Name(person.Role)}. Nothing was changed.");
        if (await book.FindAsync(id, ct) is not { } stored || stored.Legs.FirstOrDefault(leg => leg.State == LegState.NeedsHuman) is not { } leg)
            return new Decision.Refused("Nothing of that proposal waits for your decision. Nothing was changed.");
        DateTimeOffset now = time.GetUtcNow();
        string by = $"decided by {Chat.PlainText.Name(person.Name)}: {leg.Reason}";
        Leg decided = taken
            ? leg with { State = LegState.Observed, OutcomeAt = now, Reason = by, NotBefore = leg.Due }
            : leg with { State = LegState.NotApplied, OutcomeAt = now, Reason = by, NotBefore = leg is { Baseline: not null, SentAt: { } sentAt } ? ReadBackTimes.NextLate(sentAt, now) ?? now : null };
        await outcome.WriteAsync(stored, leg, new LegStep(decided, taken ? "step-decided-taken" : "step-decided-not-taken"), person, ct);
        signal.Wake();
        return await book.FindAsync(id, ct) is { } after && after.Legs[leg.Number - 1].State == decided.State
            ? new Decision.Taken(after, $"Noted: step {leg.Number} {(taken ? "was taken" : "was not taken")}.")
            : new Decision.Refused("The proposal changed at the same moment. Look again. Nothing was changed.");
    }

    /// <summary>Looks at once for settings that somebody says he has entered.</summary>
    public async Task<Decision> EnteredAsync(Person person, ProposalId id, CancellationToken ct)
    {
        if (person.Role < Role.Approver)
            return new Decision.Refused($"Only an approver or the owner can answer this; you are the {Gate.Name(person.Role)}. Nothing was changed.");
        if (await book.FindAsync(id, ct) is not { Proposal.State: ProposalState.AwaitingUser } stored)
            return new Decision.Refused("That proposal does not wait for settings. Nothing was changed.");
        DateTimeOffset now = time.GetUtcNow();
        StoredProposal after = stored with { Legs = [.. stored.Legs.Select(leg => leg.State == LegState.AwaitingUser ? leg with { NotBefore = now } : leg)] };
        ProposalChange change = new("settings-said-entered", person.Identity.Key, new { }, false, []);
        if (await book.TryChangeAsync(stored, after, change, ct) is not { } looked)
            return new Decision.Refused("The proposal changed at the same moment. Look again. Nothing was changed.");
        signal.Wake();
        return new Decision.Taken(looked, "I look now and tell you what I see.");
    }
}

using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution.Making;
using StakeBot.Bot.Execution.Policies;
using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.People;
using StakeBot.Bot.Ports;

namespace StakeBot.Bot.Execution;

/// <summary>What has to hold before each step is begun, however long it waited since it was confirmed (reliability T8–T10).</summary>
internal sealed class StepGate(PauseSwitch pause, IPeople people, PolicyKeeper policies, INumerai numerai, DriftReader drift, BotMode mode, ClockTrust clock, TimeProvider time)
{
    // The end of the grace has just compared the rounds; a step that is begun later compares them again.
    private static readonly TimeSpan ComparedFor = TimeSpan.FromMinutes(1);

    /// <summary>Why a step must not be begun; null when it may.</summary>
    /// <exception cref="NumeraiUnavailableException">The account cannot be read now.</exception>
    public async Task<string?> WhyNotAsync(Proposal proposal, CancellationToken ct)
    {
        if (await pause.ReasonAsync(ct) is not null)
            return "everything was paused";
        if (proposal.Mode != mode.Value)
            return $"the mode is {mode.Value.Badge} now, it was {proposal.Mode.Badge}";
        if (await LostRoleAsync(proposal, ct) is { } lost)
            return lost;
        if ((await policies.CurrentAsync(ct)).Version != proposal.PolicyVersion)
            return "the policy was changed";
        if (await drift.OtherKeyAsync(proposal, ct) is { } other)
            return other;
        if (proposal.Mode == ExecutionMode.Live && clock.WhyNot() is { } off)
            return off;
        if (time.GetUtcNow() - proposal.GraceEnds < ComparedFor)
            return null;
        await numerai.RefreshAsync(ct);
        return DriftCheck.Rounds(proposal, await numerai.ReadStakesAsync(ct)).FirstOrDefault();
    }

    /// <summary>Who of those who confirmed may not any more, as a sentence; null when all may.</summary>
    public async Task<string?> LostRoleAsync(Proposal proposal, CancellationToken ct)
    {
        foreach (Approval approval in proposal.Approvals)
        {
            if ((await people.FindAsync(approval.By, ct)).Role < Role.Approver)
                return $"{PlainText.Name(approval.By.DisplayName)} may not confirm any more";
        }
        return null;
    }
}

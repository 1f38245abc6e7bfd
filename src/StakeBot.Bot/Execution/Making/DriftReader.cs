using StakeBot.Bot.Execution.Policies;
using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.Linking;
using StakeBot.Bot.Ports;
using StakeBot.Core.Stakes;

namespace StakeBot.Bot.Execution.Making;

/// <summary>Reads anew what a proposal was made for: the account, the policy, the mode and the keys.</summary>
internal sealed class DriftReader(INumerai numerai, PolicyKeeper policies, BotMode mode, TimeProvider time, KeyLinking? linking = null)
{
    /// <summary>What differs now, a line each; nothing when the proposal still fits.</summary>
    /// <exception cref="NumeraiUnavailableException">The account cannot be read.</exception>
    public async Task<IReadOnlyList<string>> DifferencesAsync(StoredProposal stored, CancellationToken ct)
    {
        await numerai.RefreshAsync(ct);
        StakeSnapshot snapshot = await numerai.ReadStakesAsync(ct);
        FundPolicy policy = await policies.CurrentAsync(ct);
        IReadOnlyList<string> differences = DriftCheck.Differences(stored, snapshot, policy.Version, mode.Value);
        return await OtherKeyAsync(stored.Proposal, ct) is { } other ? [.. differences, other] : differences;
    }

    /// <summary>That a key was linked since a proposal was made; null when none was, or keys are nothing to it.</summary>
    public async Task<string?> OtherKeyAsync(Proposal proposal, CancellationToken ct) =>
        // One that seems to be linked later than now was linked while the clock was ahead. What has to be typed for the first change with a key is settled when the proposal is made, with the key of that time.
        proposal.Mode != ExecutionMode.Paper && linking is not null && await linking.NewestSinceAsync(ct) is var since && since > proposal.CreatedAt && since <= time.GetUtcNow() ? "another key was linked" : null;
}

using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.Ports.Staking;
using StakeBot.Core.Money;
using StakeBot.Core.Proposals;
using StakeBot.Core.Proposals.Planning;

namespace StakeBot.Bot.Execution.Desks;

/// <summary>
/// Judges a reading where other steps of ours changed the account too, which happens around a step that counts as not taken: the same change may have
/// been proposed again and made. What another step did is never taken for this one's doing.
/// </summary>
internal static class ReadBackBeside
{
    /// <summary>Judges it.</summary>
    /// <param name="leg">The step that is looked for.</param>
    /// <param name="now">The reading.</param>
    /// <param name="others">The steps that changed the account, or may have, since it was sent.</param>
    public static ReadBack Judge(Leg leg, StakeEvidence now, IReadOnlyList<Leg> others)
    {
        Leg[] moving = [.. others.Where(other => other.State != LegState.Settled)];
        if (moving.FirstOrDefault(other => other.RequestId is null) is { } nameless)
            return new ReadBack.Unclear($"step {nameless.Number} of {nameless.Proposal.Code} was sent since, and Numerai's id of it is not known");
        StakeEvidence before = others.Where(other => other.State == LegState.Settled).Aggregate(leg.Baseline!, After);
        HashSet<string?> theirs = [.. others.Select(other => other.RequestId)];
        before = before with { Scheduled = [.. before.Scheduled, .. ReadBack.Entries(now).Where(entry => entry.Id is not null && theirs.Contains(entry.Id))] };
        ReadBack judged = ReadBack.Judge(leg.Order, before, now, leg.SentAt!.Value, leg.RequestId);
        // While another change is on its way the amounts of the account say nothing of this one.
        return judged is ReadBack.Taken { RequestId: null } && moving.Length > 0
            ? new ReadBack.Unclear($"step {moving[0].Number} of {moving[0].Proposal.Code} is on its way too")
            : judged;
    }

    private static StakeEvidence After(StakeEvidence before, Leg settled)
    {
        if (settled.Change is not StakeChange.Transfer transfer)
            return before;
        Nmr staked = transfer.Lowers ? -transfer.Moved : transfer.Moved;
        return before with
        {
            Wallet = before.Wallet - staked,
            Staked = transfer.Model.Id == before.Model.Id ? before.Staked + staked : before.Staked,
        };
    }
}

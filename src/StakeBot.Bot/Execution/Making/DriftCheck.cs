using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution.Records;
using StakeBot.Core.Money;
using StakeBot.Core.Proposals;
using StakeBot.Core.Proposals.Planning;
using StakeBot.Core.Stakes;

namespace StakeBot.Bot.Execution.Making;

/// <summary>Compares the account with what a proposal was made for. What differs beyond a tolerance makes the proposal stale: it is never rescaled in silence.</summary>
internal static class DriftCheck
{
    private const int NamedAtMost = 8;
    private const decimal LeastTolerance = 0.01m;
    private const decimal ToleratedShare = 0.005m;

    /// <summary>The stake that a step is made for: settled (Legacy), or at full run (Atomic).</summary>
    public static Nmr BasisOf(Stake stake) => stake switch
    {
        Stake.Legacy legacy => legacy.Staked,
        Stake.Atomic atomic => atomic.AtFullRun,
        _ => throw new ArgumentException($"Unknown stake {stake}.", nameof(stake)),
    };

    /// <summary>What differs, a line each; nothing when the proposal still fits.</summary>
    public static IReadOnlyList<string> Differences(StoredProposal stored, StakeSnapshot now, long policyVersion, ExecutionMode mode) =>
    [
        .. Rounds(stored.Proposal, now),
        .. stored.Legs.Where(leg => leg.State == LegState.Planned).SelectMany(leg => OfLeg(leg, now)),
        .. Wallet(stored.Proposal, now),
        .. stored.Proposal.PolicyVersion != policyVersion ? ["the policy was changed"] : Array.Empty<string>(),
        .. stored.Proposal.Mode != mode ? [$"the mode is {mode.Badge} now, it was {stored.Proposal.Mode.Badge}"] : Array.Empty<string>(),
    ];

    /// <summary>Differences as one sentence; of many only some, because a record has to stay small.</summary>
    public static string Words(IReadOnlyList<string> differences) => differences.Count <= NamedAtMost
        ? string.Join(" · ", differences)
        : $"{string.Join(" · ", differences.Take(NamedAtMost))} · and {differences.Count - NamedAtMost} more";

    /// <summary>What differs in the rounds that it was made in, a line each.</summary>
    public static IEnumerable<string> Rounds(Proposal proposal, StakeSnapshot now)
    {
        foreach (RoundBasis basis in proposal.Rounds)
        {
            if (now.Tournaments.FirstOrDefault(t => t.Tournament == basis.Tournament) is not { } tournament)
                yield return $"{basis.Tournament} is not part of the account any more";
            else if (tournament.CurrentRound.Number != basis.Round)
                yield return $"{basis.Tournament} is in round {tournament.CurrentRound.Number}, it was {basis.Round}";
        }
    }

    private static IEnumerable<string> OfLeg(Leg leg, StakeSnapshot now)
    {
        string name = PlainText.Name(leg.Change.Model.Name);
        Stake? stake = now.Stakes.FirstOrDefault(stake => stake.Model.Id == leg.Change.Model.Id);
        switch (leg.Change, stake)
        {
            case (_, null):
                yield return $"{name} is gone";
                break;
            case (StakeChange.Transfer, Stake.Legacy legacy):
                if (Differs(leg.Basis, legacy.Staked))
                    yield return $"{name} {Figures.Amount(leg.Basis)} → {Figures.Amount(legacy.Staked)} NMR";
                if (legacy.HasRequest)
                    yield return $"a change of {name} is on its way already";
                break;
            case (StakeChange.Setting setting, Stake.Atomic atomic):
                if (atomic.Setting != setting.Before)
                    yield return $"{name} is set to {SettingWords.Of(atomic.Setting)}, it was {SettingWords.Of(setting.Before)}";
                break;
            default:
                yield return $"{name} is staked in another regime now";
                break;
        }
    }

    private static IEnumerable<string> Wallet(Proposal proposal, StakeSnapshot now)
    {
        if (now.Wallet < proposal.FromWallet)
            yield return $"wallet {Figures.Amount(proposal.Wallet)} → {Figures.Amount(now.Wallet)} NMR, {Figures.Amount(proposal.FromWallet)} are needed";
    }

    /// <summary>Whether a stake differs beyond the tolerance.</summary>
    public static bool Differs(Nmr was, Nmr now)
    {
        decimal difference = Math.Abs((now - was).Amount);
        return difference > Math.Max(LeastTolerance, ToleratedShare * was.Amount);
    }
}

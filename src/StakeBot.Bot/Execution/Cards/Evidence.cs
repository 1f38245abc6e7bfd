using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution.Records;
using StakeBot.Core.Proposals;

namespace StakeBot.Bot.Execution.Cards;

/// <summary>What is known of a step that only a person can settle.</summary>
internal static class Evidence
{
    public static IEnumerable<string> Lines(StoredProposal stored)
    {
        foreach (Leg leg in stored.Legs.Where(leg => leg.State == LegState.NeedsHuman))
        {
            if (leg.SentAt is { } sent)
                yield return $"Step {leg.Number} was sent {ChatTime.Mark(sent)}, once. Looked for {leg.Reads} times.";
            if (leg.Baseline is { } before)
                yield return $"Before it was sent: stake {Figures.Amount(before.Staked)}, wallet {Figures.Amount(before.Wallet)}, held {Figures.Amount(before.Held)} NMR, no request.";
            yield return $"Look at numer.ai, then say: /decide {stored.Proposal.Id.Value[..4]} taken, or /decide {stored.Proposal.Id.Value[..4]} not-taken.";
        }
    }
}

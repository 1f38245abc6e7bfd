using StakeBot.Core.Proposals;

namespace StakeBot.Bot.Execution.Records;

/// <summary>A proposal with its steps as they are stored.</summary>
/// <param name="Proposal">The proposal.</param>
/// <param name="Version">The version of its record: every change of the proposal or of a step goes through it.</param>
/// <param name="Legs">The steps, in their order.</param>
/// <param name="LegVersions">The versions of their records.</param>
internal sealed record StoredProposal(Proposal Proposal, long Version, IReadOnlyList<Leg> Legs, IReadOnlyList<long> LegVersions)
{
    /// <summary>The step that is to be worked on; null when all are over.</summary>
    public Leg? Current => Legs.FirstOrDefault(leg => !leg.State.IsFinal);

    /// <summary>Whether nothing can happen to it any more: it has ended, and no step is looked at.</summary>
    public bool IsOver => Proposal.State.IsFinal && Legs.All(leg => leg.NotBefore is null);

    /// <summary>The same with one step changed.</summary>
    public StoredProposal With(Leg leg) => this with { Legs = [.. Legs.Select(old => old.Number == leg.Number ? leg : old)] };
}

using System.Security.Cryptography;
using System.Text;
using StakeBot.Core.Money;

namespace StakeBot.Bot.Execution.Records;

/// <summary>SHA-256 of the canonical JSON of exactly what a confirmation binds: account, mode, revision, policy version, rounds, wallet and every step.</summary>
internal static class Fingerprint
{
    public static string Of(Proposal proposal, IReadOnlyList<Leg> legs)
    {
        Bound bound = new(
            proposal.Id.Value,
            proposal.Revision,
            proposal.Account,
            proposal.Mode,
            proposal.PolicyVersion,
            proposal.Rounds,
            proposal.Wallet,
            [.. legs.Select(leg => new BoundLeg(leg.Number, leg.Change, leg.Basis))]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(RecordJson.Write(bound))));
    }

    private sealed record Bound(
        string Id,
        int Revision,
        string Account,
        ExecutionMode Mode,
        long PolicyVersion,
        IReadOnlyList<RoundBasis> Rounds,
        Nmr Wallet,
        IReadOnlyList<BoundLeg> Legs);

    private sealed record BoundLeg(int Number, Core.Proposals.Planning.StakeChange Change, Nmr Basis);
}

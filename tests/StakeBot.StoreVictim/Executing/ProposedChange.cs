using StakeBot.Bot.Execution;
using StakeBot.Bot.Execution.Making;
using StakeBot.Bot.Execution.Policies;
using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.People;
using StakeBot.Core.Money;
using StakeBot.Core.Proposals;
using StakeBot.Core.Proposals.Planning;
using StakeBot.Core.Stakes;

namespace StakeBot.StoreVictim.Executing;

/// <summary>A proposal to change stakes, entered as the proposer enters one, and shown in one conversation.</summary>
internal static class ProposedChange
{
    public const string Platform = "web";
    public const string Chat = "42";

    public static readonly PlatformIdentity Owner = new(Platform, "me", "me");

    /// <summary>Enters it for the one model of an account.</summary>
    /// <param name="book">Where.</param>
    /// <param name="snapshot">The account that it is made for.</param>
    /// <param name="now">When.</param>
    /// <param name="by">NMR more, or fewer.</param>
    /// <param name="shape">What is different about it.</param>
    /// <param name="ct">Ends the wait.</param>
    public static Task<ProposalId> EnterAsync(
        ProposalBook book, StakeSnapshot snapshot, DateTimeOffset now, decimal by, Func<Proposal, Proposal>? shape = null, CancellationToken ct = default) =>
        EnterAsync(book, snapshot, now, [(snapshot.Stakes.Single(), by)], shape, ct);

    /// <summary>Enters it for several models, in the order in which they are to be changed.</summary>
    public static async Task<ProposalId> EnterAsync(
        ProposalBook book, StakeSnapshot snapshot, DateTimeOffset now, IReadOnlyList<(Stake Stake, decimal By)> changes, Func<Proposal, Proposal>? shape, CancellationToken ct)
    {
        ProposalId id = NewProposalId.Draw();
        Leg[] legs = [.. changes.Select((change, i) => StepOf(id, i + 1, change.Stake, new Nmr(change.By)))];
        Proposal proposal = new()
        {
            Id = id,
            Account = snapshot.Account,
            Mode = ExecutionMode.Live,
            Origin = ProposalOrigin.Person,
            Goal = "set the amounts that were asked for",
            Proposer = Owner,
            PolicyVersion = FundPolicy.Initial.Version,
            Reasons = [],
            Notes = [],
            Rounds = [.. snapshot.Tournaments.Select(t => new RoundBasis(t.Tournament, t.CurrentRound.Number))],
            Wallet = snapshot.Wallet,
            FromWallet = legs.Where(leg => !leg.Change.Lowers).Select(leg => leg.Change.Moved).Total,
            Turnover = legs.Select(leg => leg.Change.Moved).Total,
            TurnoverShare = 0.01,
            CreatedAt = now,
            ExpiresAt = now.AddMinutes(30),
            ExecuteBefore = now.AddHours(6),
            ApprovalsNeeded = 1,
            Grace = TimeSpan.Zero,
            Fingerprint = "",
            State = ProposalState.Pending,
            LegCount = legs.Length,
        };
        proposal = shape?.Invoke(proposal) ?? proposal;
        proposal = proposal with { Fingerprint = Fingerprint.Of(proposal, legs) };
        if (!await book.TryEnterAsync(proposal, legs, [], null, ct))
            throw new InvalidOperationException("The proposal was not entered.");
        await book.ShownAsync(id, new ShownCard(Platform, Chat, id.Value), ct);
        return id;
    }

    private static Leg StepOf(ProposalId id, int number, Stake stake, Nmr by)
    {
        Nmr basis = DriftCheck.BasisOf(stake);
        return new Leg { Proposal = id, Number = number, Change = new StakeChange.Transfer(stake.Model, basis, basis + by), Basis = basis, State = LegState.Planned };
    }

    /// <summary>The machine's own user.</summary>
    public static Person Confirmer() => new(Owner, Role.Owner) { Id = Member.OwnerId };
}

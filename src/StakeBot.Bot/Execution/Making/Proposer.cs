using StakeBot.Bot.Execution.Policies;
using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.Funds;
using StakeBot.Bot.Linking;
using StakeBot.Bot.People;
using StakeBot.Bot.Ports;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Core.Proposals;
using StakeBot.Core.Proposals.Planning;
using StakeBot.Core.Stakes;

namespace StakeBot.Bot.Execution.Making;

/// <summary>Makes proposals: reads the account, weighs a target within the policy, plans the way there, and stores what may be confirmed.</summary>
internal sealed class Proposer(
    INumerai numerai,
    FundReader funds,
    PolicyKeeper policies,
    ProposalBook book,
    PauseSwitch pause,
    IStakeStore store,
    BotMode mode,
    TimeProvider time,
    KeyLinking? linking = null)
{
    private static readonly TimeSpan CloseMargin = TimeSpan.FromMinutes(15);

    /// <summary>Makes a proposal.</summary>
    /// <param name="goal">What it shall reach.</param>
    /// <param name="origin">Why it is made.</param>
    /// <param name="by">Who asked for it.</param>
    /// <param name="isPreview">Only shown: nothing is stored, nothing can be confirmed.</param>
    /// <exception cref="NumeraiUnavailableException">The account cannot be read.</exception>
    public Task<ProposeOutcome> MakeAsync(ProposalGoal goal, ProposalOrigin origin, PlatformIdentity by, bool isPreview, CancellationToken ct) =>
        MakeAsync(goal, new Occasion(origin, null, null), by, isPreview, ct);

    /// <summary>Makes a proposal on an occasion that is told with it.</summary>
    /// <exception cref="NumeraiUnavailableException">The account cannot be read.</exception>
    public async Task<ProposeOutcome> MakeAsync(ProposalGoal goal, Occasion occasion, PlatformIdentity by, bool isPreview, CancellationToken ct)
    {
        if (!isPreview && await StoppedAsync(ct) is { } stopped)
            return new ProposeOutcome.Refused(stopped);
        // Nothing is proposed on figures of an hour ago.
        if (!isPreview)
            await numerai.RefreshAsync(ct);
        Fund fund = await funds.ReadAsync(ct);
        FundPolicy policy = await policies.CurrentAsync(ct);
        if (await BusyAsync(fund.Snapshot.Account, ct) is { } busy && !isPreview)
            return new ProposeOutcome.Refused(busy);
        switch (Target.Of(goal, fund, policy.Allocation(policies.Book)))
        {
            case Target.Refused refused:
                return new ProposeOutcome.Refused(refused.Reason);
            case Target.Chosen chosen:
                HashSet<Core.Tournaments.ModelId> mustLower = [.. fund.Risk?.Broken.Select(check => check.Model.Id) ?? []];
                PlanLimits limits = goal is ProposalGoal.Manual
                    ? new PlanLimits { WalletFloor = policy.WalletFloor, TurnoverLimit = policy.Allocation(policies.Book).TurnoverLimit }
                    : policy.PlanLimits(policies.Book);
                StakePlan plan = StakePlanner.Plan(fund.Snapshot, chosen.Amounts, limits, mustLower);
                string words = goal.Describe(policy.Allocation(policies.Book));
                return plan.Changes.Count == 0
                    ? new ProposeOutcome.NothingToDo(plan, words)
                    : await EnterAsync(fund, policy, plan, words, occasion, by, null, isPreview, ct);
            default:
                throw new InvalidOperationException("A target is chosen or refused.");
        }
    }

    /// <summary>Makes a proposal of changes that are known already, such as those that take back another one.</summary>
    public async Task<ProposeOutcome> MakeAsync(StakePlan plan, string goal, ProposalId? undoes, PlatformIdentity by, CancellationToken ct)
    {
        if (await StoppedAsync(ct) is { } stopped)
            return new ProposeOutcome.Refused(stopped);
        await numerai.RefreshAsync(ct);
        Fund fund = await funds.ReadAsync(ct);
        if (await BusyAsync(fund.Snapshot.Account, ct) is { } busy)
            return new ProposeOutcome.Refused(busy);
        return await EnterAsync(fund, await policies.CurrentAsync(ct), plan, goal, new Occasion(ProposalOrigin.Compensation, null, null), by, undoes, false, ct);
    }

    private async Task<string?> StoppedAsync(CancellationToken ct) =>
        await pause.ReasonAsync(ct) is { } paused ? $"{paused} Only the owner can resume: /resume."
        : store.SafeMode is { } safe ? $"The store is in safe mode: {safe} Nothing can be confirmed until the owner has looked and says /resume."
        : null;

    private async Task<string?> BusyAsync(string account, CancellationToken ct) =>
        await book.LaneAsync(account, ct) is { } lane
            ? $"{lane.Code} is being carried out. One proposal of an account at a time: /proposals {lane.Code} shows how far it is."
            : null;

    private async Task<ProposeOutcome> EnterAsync(
        Fund fund, FundPolicy policy, StakePlan plan, string goal, Occasion occasion, PlatformIdentity by, ProposalId? undoes, bool isPreview, CancellationToken ct)
    {
        DateTimeOffset now = time.GetUtcNow();
        ProposalId id = NewProposalId.Draw();
        Leg[] legs = [.. plan.Changes.Select((change, i) => LegOf(id, i + 1, change, fund.Snapshot))];
        AfterPlan after = AfterPlan.Of(fund, plan);
        (string Amount, string Why)? stepUp = StepUp.Of(mode.Value, policy, plan, fund.Snapshot, after, await IsFirstAsync(ct));
        DateTimeOffset? close = NextClose(fund.Snapshot, plan, now);
        Proposal proposal = new()
        {
            Id = id,
            Account = fund.Snapshot.Account,
            Mode = mode.Value,
            Origin = occasion.Origin,
            Goal = goal,
            Proposer = by,
            PolicyVersion = policy.Version,
            Reasons = [.. occasion.Because is { } because ? (string[])[because] : [], .. Reasons.Of(fund, goal, mends: undoes is null)],
            Notes = PlanNotes.Of(plan, fund.Snapshot),
            Rounds = [.. fund.Snapshot.Tournaments.Select(t => new RoundBasis(t.Tournament, t.CurrentRound.Number))],
            Wallet = fund.Snapshot.Wallet,
            FromWallet = plan.FromWallet,
            Turnover = plan.Turnover,
            TurnoverShare = plan.Turnover.ShareOf(fund.Snapshot.Locked),
            LossBefore = after.LossBefore,
            LossAfter = after.LossAfter,
            LossWindow = after.LossAfter is null ? null : Basis.Window(fund.History),
            CreatedAt = now,
            ExpiresAt = Expiry(occasion.ExpiresAt ?? now + policy.Expiry, close, now),
            ExecuteBefore = close,
            ApprovalsNeeded = policy.Approvals,
            Grace = mode.Value == ExecutionMode.Paper ? TimeSpan.Zero : policy.Grace,
            Fingerprint = "",
            State = ProposalState.Pending,
            LegCount = legs.Length,
            Undoes = undoes,
            StepUp = stepUp?.Amount,
            StepUpWhy = stepUp?.Why,
        };
        proposal = proposal with { Fingerprint = Fingerprint.Of(proposal, legs) };
        StoredProposal stored = new(proposal, 1, legs, [.. legs.Select(_ => 1L)]);
        if (isPreview)
            return new ProposeOutcome.Made(stored, true);
        StoredProposal[] replaced = [.. (await book.LiveAsync(ct)).Where(old => IsReplaced(old, proposal))];
        return await book.TryEnterAsync(proposal, legs, replaced, occasion.Together, ct)
            ? new ProposeOutcome.Made(stored, false)
            : new ProposeOutcome.Refused("Somebody acted on the proposal before at the same moment. Look with /proposals, then ask again.");
    }

    private async Task<bool> IsFirstAsync(CancellationToken ct)
    {
        DateTimeOffset since = linking is null ? default : await linking.NewestSinceAsync(ct) ?? default;
        return !(await book.AllAsync(ct)).Any(proposal =>
            proposal is { Mode: ExecutionMode.Live, State: ProposalState.Done or ProposalState.PartlyDone } && proposal.CreatedAt >= since);
    }

    private static bool IsReplaced(StoredProposal old, Proposal proposal) =>
        old.Proposal.Account == proposal.Account && old.Proposal.State is ProposalState.Pending or ProposalState.AwaitingUser;

    private static Leg LegOf(ProposalId id, int number, StakeChange change, StakeSnapshot snapshot)
    {
        Stake stake = snapshot.Stakes.First(stake => stake.Model.Id == change.Model.Id);
        return new Leg { Proposal = id, Number = number, Change = change, State = LegState.Planned, Basis = DriftCheck.BasisOf(stake) };
    }

    // A simulated account's rounds close when it is told to move on, never by the clock.
    private DateTimeOffset? NextClose(StakeSnapshot snapshot, StakePlan plan, DateTimeOffset now)
    {
        if (mode.Value == ExecutionMode.Paper)
            return null;
        DateTimeOffset[] closes =
        [
            .. snapshot.Tournaments
                .Where(t => plan.Changes.OfType<StakeChange.Transfer>().Any(change => change.Model.Tournament == t.Tournament))
                .Select(t => t.CurrentRound.Closes)
                .Where(close => close > now),
        ];
        return closes.Length == 0 ? null : closes.Min();
    }

    // Made in the last minutes before a close, it can be confirmed up to the close itself.
    private static DateTimeOffset Expiry(DateTimeOffset expires, DateTimeOffset? close, DateTimeOffset now)
    {
        if (close is not { } limit)
            return expires;
        DateTimeOffset latest = limit - CloseMargin > now ? limit - CloseMargin : limit;
        return latest < expires ? latest : expires;
    }
}

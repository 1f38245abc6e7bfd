using StakeBot.Bot.Execution.Making;
using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.Ports;
using StakeBot.Bot.Ports.Staking;
using StakeBot.Core.Proposals;
using StakeBot.Core.Proposals.Planning;

namespace StakeBot.Bot.Execution.Desks;

/// <summary>
/// Legacy stakes at Numerai: a reading before, one send, and readings until it is known what became of it (reliability T11–T23). A step is sent at
/// most once; only where it is certain that nothing left may the run that claimed it try again.
/// </summary>
internal sealed class LegacyStakeDesk(RunIdentity run, ProposalBook book, Failpoints failpoints, TimeProvider time, ILegacyStakes? stakes = null) : IStakeDesk
{
    private const int AttemptsAtMost = 5;

    private static readonly TimeSpan SendWithin = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan FirstBackoff = TimeSpan.FromSeconds(5);

    private ILegacyStakes Stakes => stakes ?? throw new InvalidOperationException("There is no way to change Legacy stakes here.");

    public bool Serves(StakeChange change, ExecutionMode mode) => mode == ExecutionMode.Live && change is StakeChange.Transfer;

    public async Task<LegStep> PrepareAsync(Leg leg, CancellationToken ct)
    {
        StakeEvidence before = await Stakes.ReadAsync(leg.Change.Model, ct);
        if (before.Pending is not null || before.Scheduled.Count > 0)
            return new LegStep(leg, "step-drifted", "a change of this model is on its way already");
        if (DriftCheck.Differs(leg.Basis, before.Staked))
            return new LegStep(leg, "step-drifted", $"the stake is {before.Staked}, it was {leg.Basis}");
        if (!leg.Change.Lowers && before.Wallet < leg.Change.Moved)
            return new LegStep(leg, "step-drifted", $"the wallet holds {before.Wallet}, {leg.Change.Moved} are needed");
        DateTimeOffset now = time.GetUtcNow();
        return new LegStep(
            leg with
            {
                State = LegState.Submitting,
                Baseline = before,
                Owner = run.Id,
                Fence = leg.Fence + 1,
                Attempts = leg.Attempts + 1,
                SendBefore = now + SendWithin,
                SentAt = now,
                NotBefore = null,
            },
            "step-claimed");
    }

    public async Task<LegStep> CarryOutAsync(Leg leg, CancellationToken ct)
    {
        if (leg.Owner != run.Id)
            throw new InvalidOperationException($"{leg.Key} was claimed by another run.");
        await failpoints.HitAsync("before-send", ct);
        // Once it is on its way it is not called back: a cancelled send would only be one more doubtful one.
        StakeChangeAnswer answer = await Stakes.SendAsync(leg.Order, CancellationToken.None);
        await failpoints.HitAsync("after-send", ct);
        return After(leg, answer);
    }

    public Task<LegStep> RecoverAsync(Leg leg, CancellationToken ct) =>
        Task.FromResult(Doubtful(leg, "StakeBot stopped while it was being sent", null));

    public async Task<LegStep> LookAsync(Leg leg, CancellationToken ct)
    {
        DateTimeOffset now = time.GetUtcNow();
        if (leg is { State: LegState.Observed, IsListed: false })
            return new LegStep(leg with { State = LegState.Settled, NotBefore = null }, "step-settled");
        if (stakes is null)
            return Blind(leg, now);
        StakeEvidence reading;
        try
        {
            reading = await Stakes.ReadAsync(leg.Change.Model, ct);
        }
        catch (NumeraiUnavailableException)
        {
            return Blind(leg, now);
        }
        if (leg.State == LegState.Observed)
            return Watched(leg, reading, now);
        Leg seen = leg with { Reads = leg.Reads + 1, BlindSince = null };
        return ReadBackBeside.Judge(leg, reading, await book.SentBesideAsync(leg, ct)) switch
        {
            ReadBack.Taken taken => Observed(seen, taken, now),
            ReadBack.Unclear unclear when leg.State == LegState.NotApplied => LateLook(seen, now, unclear),
            ReadBack.Unclear { IsPassing: true } when now - leg.SentAt!.Value < ReadBackTimes.BlindAtMost => Hidden(seen, now),
            ReadBack.Unclear unclear => NeedsHuman(seen, unclear.Reason, now),
            ReadBack.Clean when leg.State == LegState.NotApplied => LateLook(seen, now, null),
            ReadBack.Clean when leg.State == LegState.Submitted => Missing(seen, now),
            ReadBack.Clean => CleanRead(seen, now),
            _ => throw new InvalidOperationException("A reading is taken, clean or unclear."),
        };
    }

    private LegStep After(Leg leg, StakeChangeAnswer answer)
    {
        DateTimeOffset now = time.GetUtcNow();
        switch (answer)
        {
            case StakeChangeAnswer.Accepted accepted when accepted.Amount == leg.Change.Moved:
                return new LegStep(
                    leg with
                    {
                        State = LegState.Submitted,
                        RequestId = accepted.RequestId,
                        ResponseHash = accepted.ResponseHash,
                        Due = accepted.Due,
                        NotBefore = ReadBackTimes.Next(leg.SentAt!.Value, 0, now),
                    },
                    "step-submitted");
            case StakeChangeAnswer.Accepted other:
                return Doubtful(leg with { RequestId = other.RequestId }, $"Numerai answered with {other.Amount} instead of {leg.Change.Moved}", other.ResponseHash);
            case StakeChangeAnswer.Refused refused:
                return new LegStep(leg with { State = LegState.Rejected, Reason = refused.Reason, ResponseHash = refused.ResponseHash, OutcomeAt = now }, "step-rejected");
            case StakeChangeAnswer.NotSent notSent when leg.Attempts < AttemptsAtMost:
                return new LegStep(
                    leg with { State = LegState.Planned, Reason = notSent.Reason, Baseline = null, SentAt = null, SendBefore = null, NotBefore = now + FirstBackoff * Math.Pow(2, leg.Attempts - 1) },
                    "step-not-sent");
            case StakeChangeAnswer.NotSent notSent:
                return new LegStep(leg with { State = LegState.Rejected, Reason = $"{notSent.Reason} ({leg.Attempts} tries)", OutcomeAt = now }, "step-rejected");
            case StakeChangeAnswer.Doubtful doubtful:
                return Doubtful(leg, doubtful.Reason, doubtful.ResponseHash);
            default:
                throw new InvalidOperationException($"Unknown answer {answer}.");
        }
    }

    private LegStep Doubtful(Leg leg, string reason, string? responseHash)
    {
        DateTimeOffset now = time.GetUtcNow();
        return new LegStep(
            leg with { State = LegState.Unknown, Reason = reason, ResponseHash = responseHash, NotBefore = ReadBackTimes.Next(leg.SentAt!.Value, 0, now) },
            "step-unknown");
    }

    private static LegStep Observed(Leg leg, ReadBack.Taken taken, DateTimeOffset now)
    {
        DateTimeOffset? due = taken.Due ?? leg.Due;
        return new LegStep(
            leg with
            {
                State = LegState.Observed,
                RequestId = taken.RequestId ?? leg.RequestId,
                IsListed = taken.IsListed,
                Due = due,
                OutcomeAt = now,
                NotBefore = taken.IsListed && due is { } at ? NextWatch(at, now) : due,
                CleanSince = null,
                CleanUntil = null,
            },
            leg.State == LegState.NotApplied ? "step-observed-late" : "step-observed");
    }

    // A request that is gone before it is due was taken back at numer.ai; one reading may err. One that is gone at its time has taken effect.
    private static LegStep Watched(Leg leg, StakeEvidence reading, DateTimeOffset now)
    {
        DateTimeOffset due = leg.Due!.Value;
        leg = leg with { BlindSince = null };
        if (now - due >= ReadBackTimes.WatchedAtMost)
            return NotWatched(leg, "Numerai still tells of it a week after it was due");
        if (ReadBackBeside.IsListed(leg, reading))
            return new LegStep(leg with { CleanSince = null, NotBefore = now >= due ? now + ReadBackTimes.BetweenHiddenLooks : NextWatch(due, now) }, "step-looked-for");
        if (due - (leg.CleanSince ?? now) <= ReadBackTimes.BetweenHiddenLooks)
            return new LegStep(leg with { State = LegState.Settled, NotBefore = null }, "step-settled");
        if (leg.CleanSince is null)
            return new LegStep(leg with { CleanSince = now, NotBefore = now + ReadBackTimes.Quarantine }, "step-looked-for");
        return new LegStep(leg with { Reason = "Numerai does not tell of the request any more, before it was due", NotBefore = null, StaysUnclear = true }, "step-gone");
    }

    private static LegStep NotWatched(Leg leg, string reason) => new(leg with { Reason = reason, NotBefore = null }, "step-not-followed");

    private static DateTimeOffset NextWatch(DateTimeOffset due, DateTimeOffset now) =>
        due < now + ReadBackTimes.BetweenWatches ? due : now + ReadBackTimes.BetweenWatches;

    private static LegStep NeedsHuman(Leg leg, string reason, DateTimeOffset now) =>
        new(leg with { State = LegState.NeedsHuman, Reason = reason, OutcomeAt = now, NotBefore = null }, "step-needs-human");

    private static LegStep Missing(Leg leg, DateTimeOffset now) => now - leg.SentAt!.Value >= ReadBackTimes.ShowsUpWithin
        ? NeedsHuman(leg, "Numerai said that it took the change, but it does not show up", now)
        : new LegStep(leg with { NotBefore = ReadBackTimes.Next(leg.SentAt!.Value, leg.Reads, now) }, "step-looked-for");

    private static LegStep CleanRead(Leg leg, DateTimeOffset now)
    {
        DateTimeOffset since = leg.CleanSince ?? now;
        Leg clean = leg with { CleanSince = since, CleanUntil = now };
        bool proves = now - leg.SentAt!.Value >= ReadBackTimes.Quarantine && now - since >= ReadBackTimes.BetweenCleanReads;
        return proves
            ? new LegStep(
                clean with { State = LegState.NotApplied, OutcomeAt = now, NotBefore = ReadBackTimes.NextLate(leg.SentAt!.Value, now) },
                "step-not-applied")
            : new LegStep(clean with { NotBefore = ReadBackTimes.Next(leg.SentAt!.Value, leg.Reads, now) }, "step-looked-for");
    }

    private static LegStep Blind(Leg leg, DateTimeOffset now)
    {
        DateTimeOffset since = leg.BlindSince ?? now;
        if (leg.State == LegState.Observed && now - since >= ReadBackTimes.WatchedAtMost)
            return NotWatched(leg, "it could not be read for a week");
        if (leg.State == LegState.Observed)
            return new LegStep(leg with { BlindSince = since, NotBefore = now + ReadBackTimes.BetweenHiddenLooks }, "step-not-readable");
        if (leg.State == LegState.NotApplied)
            return new LegStep(leg with { NotBefore = now + ReadBackTimes.Quarantine }, "step-not-readable");
        Leg blind = leg with { BlindSince = since, CleanSince = null, CleanUntil = null };
        return now - since >= ReadBackTimes.BlindAtMost
            ? NeedsHuman(blind, "Numerai could not be read for an hour", now)
            : new LegStep(blind with { NotBefore = ReadBackTimes.Next(leg.SentAt!.Value, leg.Reads, now) }, "step-not-readable");
    }

    private static LegStep Hidden(Leg leg, DateTimeOffset now) =>
        new(leg with { CleanSince = null, CleanUntil = null, NotBefore = ReadBackTimes.Next(leg.SentAt!.Value, leg.Reads, now) }, "step-looked-for");

    // Nothing is decided by a late look that is unclear: another change of the model may have been made since. That it stayed so, the owner is told.
    private static LegStep LateLook(Leg leg, DateTimeOffset now, ReadBack.Unclear? unclear)
    {
        DateTimeOffset sentAt = leg.SentAt!.Value;
        DateTimeOffset? next = ReadBackTimes.NextLate(sentAt, now);
        if (unclear is { IsPassing: true } && now - sentAt < ReadBackTimes.LateAtMost)
            next = Earlier(next, now + ReadBackTimes.BetweenHiddenLooks);
        string? reason = unclear is null || (unclear.IsPassing && next is not null) ? leg.Reason : unclear.Reason;
        bool stays = unclear is not null && next is null;
        Leg looked = leg with { LateLooks = leg.LateLooks + 1, NotBefore = next, Reason = reason, StaysUnclear = stays };
        return new LegStep(looked, stays ? "step-late-unclear" : "step-late-look");
    }

    private static DateTimeOffset Earlier(DateTimeOffset? one, DateTimeOffset other) => one is { } at && at < other ? at : other;
}

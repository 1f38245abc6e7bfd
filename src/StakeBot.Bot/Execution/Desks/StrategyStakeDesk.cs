using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.Ports;
using StakeBot.Core.Proposals;
using StakeBot.Core.Proposals.Planning;
using StakeBot.Core.Stakes;

namespace StakeBot.Bot.Execution.Desks;

/// <summary>
/// Atomic strategies belong to the owner's wallet: nothing is sent. The owner enters the settings, and they are looked for by reading, then followed
/// until they act in full.
/// </summary>
internal sealed class StrategyStakeDesk(INumerai numerai, TimeProvider time) : IStakeDesk
{
    private static readonly TimeSpan Often = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan OftenFor = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Seldom = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Daily = TimeSpan.FromHours(24);
    private static readonly TimeSpan BlindAtMost = TimeSpan.FromDays(7);

    /// <summary>How long its owner has to enter a setting.</summary>
    public static TimeSpan LooksFor { get; } = TimeSpan.FromHours(24);

    public bool Serves(StakeChange change, ExecutionMode mode) => mode == ExecutionMode.Live && change is StakeChange.Setting;

    public Task<LegStep> PrepareAsync(Leg leg, CancellationToken ct)
    {
        DateTimeOffset now = time.GetUtcNow();
        return Task.FromResult(new LegStep(leg with { State = LegState.AwaitingUser, SentAt = now, NotBefore = now + Often }, "step-shown"));
    }

    public Task<LegStep> CarryOutAsync(Leg leg, CancellationToken ct) => throw new InvalidOperationException("Settings are entered by their owner.");

    public Task<LegStep> RecoverAsync(Leg leg, CancellationToken ct) => throw new InvalidOperationException("Settings are entered by their owner.");

    public async Task<LegStep> LookAsync(Leg leg, CancellationToken ct)
    {
        DateTimeOffset now = time.GetUtcNow();
        StakeSnapshot snapshot;
        try
        {
            await numerai.RefreshAsync(ct);
            snapshot = await numerai.ReadStakesAsync(ct);
        }
        catch (NumeraiUnavailableException)
        {
            return Blind(leg, now);
        }
        TournamentStakes? tournament = snapshot.Tournaments.FirstOrDefault(t => t.Tournament == leg.Change.Model.Tournament);
        if (tournament?.Stakes.FirstOrDefault(stake => stake.Model.Id == leg.Change.Model.Id) is not Stake.Atomic stake)
            return Blind(leg, now);
        leg = leg with { BlindSince = null };
        return leg.State == LegState.AwaitingUser ? Awaited(leg, stake, tournament, now) : Followed(leg, tournament, now);
    }

    // A model or a key that is gone must not be looked for for ever.
    private static LegStep Blind(Leg leg, DateTimeOffset now)
    {
        DateTimeOffset since = leg.BlindSince ?? now;
        if (now - since < BlindAtMost)
            return new LegStep(leg with { BlindSince = since, NotBefore = now + Seldom }, "step-not-readable");
        string reason = $"it could not be read for {BlindAtMost.TotalDays:0} days";
        return leg.State == LegState.AwaitingUser
            ? new LegStep(leg with { State = LegState.NotApplied, Reason = reason, OutcomeAt = now, NotBefore = null, StaysUnclear = true }, "step-not-applied")
            : new LegStep(leg with { Reason = reason, NotBefore = null }, "step-not-followed");
    }

    private static LegStep Awaited(Leg leg, Stake.Atomic stake, TournamentStakes tournament, DateTimeOffset now)
    {
        StakeChange.Setting change = (StakeChange.Setting)leg.Change;
        if (SettingReading.IsSet(stake, change.After))
        {
            int acts = (stake.SettingSeenIn ?? tournament.CurrentRound.Number + 1).Value;
            return new LegStep(leg with { State = LegState.Observed, OutcomeAt = now, ActsFromRound = acts, NotBefore = now + Daily, Reason = null }, "step-observed");
        }
        if (SettingReading.WouldShow(stake, tournament.CurrentRound, leg.SentAt!.Value + LooksFor, now))
            return new LegStep(leg with { State = LegState.NotApplied, OutcomeAt = now, NotBefore = null, Reason = "it was not entered" }, "step-not-applied");
        string? reads = SettingReading.IsSet(stake, change.Before) ? null : SettingReading.Difference(stake, change.After);
        TimeSpan wait = now - leg.SentAt!.Value < OftenFor ? Often : Seldom;
        return new LegStep(leg with { NotBefore = now + wait, Reason = reads, Reads = leg.Reads + 1 }, reads is null || reads == leg.Reason ? "step-looked-for" : "step-reads-otherwise");
    }

    // Half-way and at the end the owner hears of it; in between nothing is said.
    private static LegStep Followed(Leg leg, TournamentStakes tournament, DateTimeOffset now)
    {
        int rounds = ((StakeChange.Setting)leg.Change).OverlappingRounds;
        int acting = tournament.CurrentRound.Number.Value - leg.ActsFromRound!.Value + 1;
        if (acting >= rounds)
            return new LegStep(leg with { State = LegState.Settled, NotBefore = null }, "step-settled");
        bool half = acting >= rounds / 2 && leg.LateLooks == 0;
        return new LegStep(leg with { NotBefore = now + Daily, LateLooks = half ? 1 : leg.LateLooks }, half ? "step-half-way" : "step-looked-for");
    }
}

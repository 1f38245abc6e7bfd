using StakeBot.Adapters.Numerai.Json;
using StakeBot.Adapters.Numerai.Staking;
using StakeBot.Bot.Ports;
using StakeBot.Bot.Ports.Staking;
using StakeBot.Core.Money;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Numerai.Reading;

/// <summary>Makes stakes out of what Numerai tells of a model.</summary>
internal static class StakeMapping
{
    private const string OnTime = "on-time";

    /// <summary>A stake under Legacy rules. A model without a stake has zeros or nulls there.</summary>
    public static Stake.Legacy Legacy(Model model, ModelJson told, Nmr pending, KeptHistory history, TournamentState state)
    {
        Nmr staked = told.V2Stake?.LatestValueSettled ?? Nmr.Zero;
        ChangeRequestJson? request = told.V2Stake?.PendingV2ChangeStakeRequest;
        StakeChangeKind? kind = request is null
            ? null
            : RequestWords.Kind(request.Type) ?? throw new NumeraiUnavailableException($"Numerai did not tell which way the request of {model.Name} goes.");
        Nmr amount = request?.RequestedAmount ?? Nmr.Zero;
        return new Stake.Legacy(model)
        {
            Staked = staked,
            PendingRelease = kind == StakeChangeKind.Decrease ? Nmr.Min(amount, staked) : Nmr.Zero,
            ReleaseDue = kind == StakeChangeKind.Decrease ? request!.DueDate : null,
            PendingIncrease = kind == StakeChangeKind.Increase ? amount : Nmr.Zero,
            PayoutPending = pending,
            Positions = Positions(history, state),
            MissedSubmissions = Missed(told),
        };
    }

    /// <summary>
    /// A stake under Atomic rules, as far as the interface tells: the positions are known, the setting is not. What the newest round got stands for it.
    /// </summary>
    public static Stake.Atomic Atomic(Model model, ModelJson told, Nmr pending, KeptHistory history, TournamentState state)
    {
        IReadOnlyList<OpenPosition> open = Positions(history, state);
        RoundNumber seen = NewestSubmitted(told, state);
        Nmr newest = open.Where(round => round.Round == seen).Select(round => round.AtRisk).Total;
        return new Stake.Atomic(model)
        {
            Setting = new StakeSetting(newest, StakeMode.Constant, newest > Nmr.Zero),
            SettingSeenIn = seen,
            InRounds = open.Select(round => round.AtRisk).Total,
            OpenRounds = open.Count,
            OverlappingRounds = state.Rule.OverlappingRounds,
            PayoutPending = pending,
            Positions = open,
            MissedSubmissions = Missed(told),
        };
    }

    private static IReadOnlyList<OpenPosition> Positions(KeptHistory history, TournamentState state) =>
    [
        .. history.Rounds
            .Where(round => round.Round > state.ResolvedThrough && !round.IsFinal && round.AtRisk > Nmr.Zero)
            .OrderBy(round => round.Round)
            .Select(round => new OpenPosition(round.Round, round.AtRisk)),
    ];

    // A round without a submission gets nothing, whatever the setting is.
    private static RoundNumber NewestSubmitted(ModelJson told, TournamentState state)
    {
        HashSet<int> missed = [.. (told.LatestSubmissions ?? []).Where(submission => submission.Status is { } status && status != OnTime).Select(submission => submission.RoundNumber ?? 0)];
        RoundNumber seen = state.NewestClosed;
        while (missed.Contains(seen.Value) && seen > state.ResolvedThrough)
            seen -= 1;
        return seen;
    }

    /// <summary>What cannot be read of a tournament that is staked on chain.</summary>
    public static IEnumerable<string> Unreadable(TournamentState state)
    {
        if (state.Regime != StakingRegime.Atomic)
            yield break;
        yield return $"{state.Tournament}: Numerai's interface tells positions, not settings: each model's stake per round is what round {state.NewestClosed} got, its mode is not known. "
            + "Idle NMR in the strategy and burns that were put off are not told either and are not in these figures.";
    }

    /// <summary>What is still staked the old way in a tournament that is staked on chain.</summary>
    public static IEnumerable<string> StakedTheOldWay(TournamentState state, IReadOnlyList<ModelJson> models)
    {
        Nmr old = models.Select(model => model.V2Stake?.LatestValueSettled ?? Nmr.Zero).Total;
        if (state.Regime == StakingRegime.Atomic && old > Nmr.Zero)
            yield return $"{state.Tournament}: {old} are still staked the old way and are not in these figures.";
    }

    private static int Missed(ModelJson told) => (told.LatestSubmissions ?? []).Count(submission => submission.Status is { } status && status != OnTime);
}

using StakeBot.Adapters.Numerai.Json;
using StakeBot.Core.Money;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Numerai.Reading;

/// <summary>Makes a payout rule out of the score configurations of a round (numerapi 2.24.0, docs/round-score-configs.md).</summary>
internal static class RuleMapping
{
    /// <summary>The rule; null when the configurations do not say enough.</summary>
    /// <param name="factor">The newest payout factor that a round has; null when none has one.</param>
    public static PayoutRule? Of(
        Tournament tournament, RoundNumber round, StakingRegime regime, IReadOnlyList<ScoreConfigJson> configs, double? factor)
    {
        ScoreConfigJson[] paid = [.. configs.Where(config => config.IsPayout == true && config.DefaultMultiplier is not null and not 0)];
        if (paid.Length == 0 || paid.Any(config => string.IsNullOrEmpty(config.DisplayName)))
            return null;
        if (paid.Select(config => config.ClipThreshold).Distinct().ToArray() is not [{ } clip] || clip is <= 0 or > 1)
            return null;
        int overlap = paid.Max(config => (config.TotalScoreDays ?? 0) + (config.ReturnsLagDays ?? 0) + (config.DataDelayDays ?? 0));
        if (overlap < 1 || Factor(paid[0], factor) is not { } how)
            return null;
        RoundNumber from = new(paid.Max(config => config.RoundNumberStart) ?? round.Value);
        return new PayoutRule
        {
            Name = $"{tournament.ToString().ToLowerInvariant()}-{from}-read",
            Tournament = tournament,
            FromRound = from,
            Regime = regime,
            Multipliers = [.. paid.Select(config => new ScoreMultiplier(ScoreLabels.NameOf(config.DisplayName!), config.DefaultMultiplier!.Value))],
            Factor = how,
            Clip = clip,
            OverlappingRounds = overlap,
            Source = $"Read from Numerai in round {round}.",
        };
    }

    // A threshold without any factor yet: 1 is the most that it can be, so gains and losses come out too large rather than too small.
    private static PayoutFactor? Factor(ScoreConfigJson config, double? newest) => config switch
    {
        { StakeThreshold: { } threshold } when threshold > 0 => new PayoutFactor.Threshold(new Nmr((decimal)threshold), newest ?? 1),
        { PayoutFactor: { } told } when told > 0 => new PayoutFactor.Fixed(told),
        _ => newest is { } known ? new PayoutFactor.Fixed(known) : null,
    };
}

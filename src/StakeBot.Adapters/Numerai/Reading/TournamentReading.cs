using System.Globalization;
using StakeBot.Adapters.Numerai.Json;
using StakeBot.Adapters.Numerai.Keys;
using StakeBot.Adapters.Numerai.Wire;
using StakeBot.Bot.Ports;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Numerai.Reading;

/// <summary>Reads rounds, regime and payout rule of a tournament: from their state, never from a date.</summary>
internal sealed class TournamentReading(NumeraiReads reads, INumeraiKeys keys, PayoutHistory known, TimeProvider time)
{
    private const int MostOpen = 20;
    private const int MostResolving = 300;

    /// <exception cref="NumeraiUnavailableException">It cannot be read now, or what was read is not enough.</exception>
    public async Task<TournamentState> ReadAsync(Tournament tournament, CancellationToken ct)
    {
        RoundJson[] open = await RoundsAsync(tournament, "OPEN", MostOpen, ct);
        RoundJson[] resolving = await RoundsAsync(tournament, "RESOLVING", MostResolving, ct);
        RoundJson newest = open.Concat(resolving).MaxBy(round => round.Number)
            ?? throw new NumeraiUnavailableException($"Numerai told no round of {tournament}.");
        RoundNumber current = new(newest.Number!.Value);
        AtomicConfigJson? contract = await ContractAsync(tournament, ct);
        StakingRegime regime = contract is null ? StakingRegime.Legacy : StakingRegime.Atomic;
        (PayoutRule rule, string? note) = await RuleAsync(tournament, current, regime, NewestFactor(open.Concat(resolving)), ct);
        RoundNumber closed = resolving.Length > 0 ? new RoundNumber(resolving.Max(round => round.Number!.Value)) : current - 1;
        RoundNumber through = new((resolving.Length > 0 ? resolving.Min(round => round.Number!.Value) : current.Value) - 1);
        ChainRound? onChain = contract is null ? null : await OnChainAsync(tournament, closed, ct);
        string[] notes = [.. note is null ? [] : (string[])[note], .. NotesOf(tournament, contract, closed, onChain)];
        return new TournamentState(Describe(tournament, newest, open.Contains(newest), rule), closed, through, rule, notes) { OnChain = onChain };
    }

    private async Task<RoundJson[]> RoundsAsync(Tournament tournament, string status, int limit, CancellationToken ct)
    {
        Dictionary<string, object?> variables = new() { ["tournament"] = (int)tournament, ["status"] = status, ["limit"] = limit };
        IReadOnlyList<RoundJson>? rounds = await reads.ReadAsync(Operation.Rounds, variables, null, NumeraiJson.Default.IReadOnlyListRoundJson, ct);
        return [.. (rounds ?? []).Where(round => round.Number is not null)];
    }

    // The contract of Atomic staking exists for a tournament that has it. Without the scope nothing is told, and nothing is guessed.
    private async Task<AtomicConfigJson?> ContractAsync(Tournament tournament, CancellationToken ct)
    {
        Dictionary<string, object?> variables = new() { ["tournament"] = (int)tournament };
        GraphQlAnswer answer = await reads.AskAsync(Operation.AtomicConfig, variables, await keys.ReadingAsync(ct), ct);
        if (answer.Errors.Any(ReadFaults.IsLackOfScope))
        {
            throw new NumeraiUnavailableException(
                "The key lacks the scope web3_staking: without it Numerai does not tell which tournaments are staked on chain. Make a key for reading that has it.");
        }
        if (answer.Errors.Count > 0)
            throw ReadFaults.Of(Operation.AtomicConfig, answer);
        AtomicConfigJson? config = NumeraiReads.Decode(Operation.AtomicConfig, answer, NumeraiJson.Default.AtomicConfigJson);
        return string.IsNullOrEmpty(config?.Address) ? null : config;
    }

    // Only what the fields say: the contract's word for the state is passed on as it is. No figure rests on it, so one that is not told stops nothing.
    private async Task<ChainRound?> OnChainAsync(Tournament tournament, RoundNumber round, CancellationToken ct)
    {
        Dictionary<string, object?> variables = new() { ["roundId"] = round.Value.ToString(CultureInfo.InvariantCulture), ["tournament"] = (int)tournament };
        ApiKey? key = await keys.ReadingAsync(ct);
        try
        {
            ChainRoundJson? told = await reads.ReadAsync(Operation.StakeRound, variables, key, NumeraiJson.Default.ChainRoundJson, ct);
            return told is null ? null : new ChainRound(round, string.IsNullOrWhiteSpace(told.State) ? null : told.State, told.Resolved == true);
        }
        catch (NumeraiUnavailableException)
        {
            return null;
        }
    }

    private static IEnumerable<string> NotesOf(Tournament tournament, AtomicConfigJson? contract, RoundNumber closed, ChainRound? onChain)
    {
        if (contract?.Paused == true)
            yield return $"{tournament}: the staking contract is paused.";
        if (contract is not null && onChain is null)
            yield return $"{tournament}: Numerai does not tell round {closed} on the chain.";
    }

    private async Task<(PayoutRule Rule, string? Note)> RuleAsync(
        Tournament tournament, RoundNumber round, StakingRegime regime, double? factor, CancellationToken ct)
    {
        Dictionary<string, object?> variables = new() { ["tournament"] = (int)tournament, ["number"] = round.Value };
        IReadOnlyList<RoundJson>? rounds = await reads.ReadAsync(Operation.RoundRule, variables, null, NumeraiJson.Default.IReadOnlyListRoundJson, ct);
        RoundJson? told = rounds?.FirstOrDefault(one => one.Number == round.Value);
        if (RuleMapping.Of(tournament, round, regime, told?.RoundScoreConfigs ?? [], factor) is { } rule)
            return (rule, null);
        if (known.InForce(tournament, round) is { } fallback && fallback.Regime == regime)
            return (fallback, $"Numerai did not tell how {tournament} pays; the known rule {fallback.Name} is used.");
        throw new NumeraiUnavailableException($"Numerai did not tell how {tournament} pays, and no rule that fits is known.");
    }

    private static double? NewestFactor(IEnumerable<RoundJson> rounds) => rounds
        .OrderByDescending(round => round.Number)
        .Select(round => double.TryParse(round.PayoutFactor, NumberStyles.Float, CultureInfo.InvariantCulture, out double factor) ? factor : (double?)null)
        .FirstOrDefault(factor => factor is > 0);

    private Round Describe(Tournament tournament, RoundJson round, bool isOpen, PayoutRule rule)
    {
        RoundNumber number = new(round.Number!.Value);
        DateTimeOffset opens = round.OpenTime ?? throw new NumeraiUnavailableException($"Numerai did not tell when round {number} opens.");
        DateTimeOffset closes = round.CloseTime ?? throw new NumeraiUnavailableException($"Numerai did not tell when round {number} closes.");
        DateTimeOffset resolves = round.ResolveTime
            ?? new DateTimeOffset(RoundCalendar.OpenDate(number + (rule.OverlappingRounds - 1)), new TimeOnly(20, 0), TimeSpan.Zero);
        RoundState state = isOpen && time.GetUtcNow() < closes ? RoundState.Open : RoundState.Resolving;
        return new Round(tournament, number, state, opens, closes, resolves);
    }
}

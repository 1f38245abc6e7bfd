using StakeBot.Adapters.Numerai.Json;
using StakeBot.Adapters.Numerai.Keys;
using StakeBot.Adapters.Numerai.Wire;
using StakeBot.Bot.Ports;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Numerai.Reading;

/// <summary>The account's stake transactions, page by page.</summary>
internal sealed class StakeMovements(NumeraiReads reads, INumeraiKeys keys) : IStakeMovements
{
    private const int PerQuery = 100;
    private const int MostOfAll = 1000;

    public async Task<IReadOnlyList<StakeMovement>> ReadMovementsAsync(int most, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(most, MostOfAll);
        List<StakeMovement> movements = [];
        while (movements.Count < most)
        {
            int limit = Math.Min(PerQuery, most - movements.Count);
            Dictionary<string, object?> variables = new() { ["modelIds"] = null, ["limit"] = limit, ["offset"] = movements.Count };
            IReadOnlyList<TransactionJson> page =
                await reads.ReadAsync(Operation.Transactions, variables, await keys.ReadingAsync(ct), NumeraiJson.Default.IReadOnlyListTransactionJson, ct) ?? [];
            movements.AddRange(page.Select(Movement));
            if (page.Count < limit)
                break;
        }
        return movements;
    }

    private static StakeMovement Movement(TransactionJson row) => new(
        row.Timestamp,
        row.ModelId is { } id ? new ModelId(id) : null,
        row.Tournament is { } number && Enum.IsDefined((Tournament)number) ? (Tournament)number : null,
        row.Round is { } round ? new RoundNumber(round) : null,
        row.Type ?? "",
        row.Amount ?? throw new NumeraiUnavailableException("Numerai told a stake transaction without its amount."),
        row.Note);
}

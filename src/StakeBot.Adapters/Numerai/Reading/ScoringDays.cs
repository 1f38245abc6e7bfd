using System.Globalization;
using StakeBot.Adapters.Numerai.Json;
using StakeBot.Adapters.Numerai.Wire;
using StakeBot.Bot.Ports;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Numerai.Reading;

/// <summary>Numerai's pipeline, day by day; of Crypto it tells nothing.</summary>
internal sealed class ScoringDays(NumeraiReads reads) : IScoringDays
{
    public async Task<ScoringDay?> ReadAsync(Tournament tournament, DateOnly day, CancellationToken ct)
    {
        string? name = tournament switch
        {
            Tournament.Classic => "classic",
            Tournament.Signals => "signals",
            _ => null,
        };
        if (name is null)
            return null;
        Dictionary<string, object?> variables = new() { ["date"] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ["tournament"] = name };
        ScoringDayJson? told = await reads.ReadAsync(Operation.ScoringDay, variables, null, NumeraiJson.Default.ScoringDayJson, ct);
        return told?.IsScoringDay is { } isScoringDay ? new ScoringDay(isScoringDay, told.ScoredAt) : null;
    }
}

using StakeBot.Adapters.Numerai.Wire;
using StakeBot.Bot.Ports;

namespace StakeBot.Adapters.Numerai.Reading;

/// <summary>The time that an answer was dated with.</summary>
internal sealed class NumeraiClock(NumeraiReads reads) : IServerClock
{
    public async Task<DateTimeOffset> ReadAsync(CancellationToken ct)
    {
        GraphQlAnswer answer = await reads.AskAsync(Operation.Price, new Dictionary<string, object?>(), null, ct);
        return answer.Date ?? throw new NumeraiUnavailableException("Numerai's answer has no date.");
    }
}

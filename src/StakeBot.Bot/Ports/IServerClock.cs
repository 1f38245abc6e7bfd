namespace StakeBot.Bot.Ports;

/// <summary>Numerai's clock: deadlines are judged by it.</summary>
public interface IServerClock
{
    /// <summary>What time Numerai says it is, out of the Date header of an answer.</summary>
    /// <exception cref="NumeraiUnavailableException">Numerai did not answer.</exception>
    Task<DateTimeOffset> ReadAsync(CancellationToken ct);
}

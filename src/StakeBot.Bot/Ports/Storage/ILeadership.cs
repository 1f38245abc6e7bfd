namespace StakeBot.Bot.Ports.Storage;

/// <summary>Who may do what only one process may do.</summary>
public interface ILeadership
{
    /// <summary>Takes or keeps a role of which there is one, such as <c>executor</c>.</summary>
    /// <returns>Whether this process holds it now.</returns>
    Task<bool> TryHoldAsync(string name, CancellationToken ct);
}

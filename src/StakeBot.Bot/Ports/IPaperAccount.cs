using StakeBot.Core.Accounting;
using StakeBot.Core.Money;
using StakeBot.Core.Tournaments;

namespace StakeBot.Bot.Ports;

/// <summary>The simulated account's own time: it moves only when it is told to.</summary>
public interface IPaperAccount
{
    /// <summary>Moves the account on: rounds open, take their stakes, and resolve.</summary>
    /// <param name="rounds">How many rounds, 1–260 (a year).</param>
    Task<PaperAdvance> AdvanceAsync(int rounds, CancellationToken ct);

    /// <summary>Starts the account anew, as it was at first.</summary>
    Task ResetAsync(CancellationToken ct);
}

/// <summary>What happened while the simulated account moved on.</summary>
/// <param name="From">The newest round before.</param>
/// <param name="To">The newest round now.</param>
/// <param name="Now">The simulated time now, UTC.</param>
/// <param name="Resolved">The payouts and burns, oldest first.</param>
/// <param name="Notes">What a keeper should know, one sentence each: idle NMR that did not suffice, missed submissions.</param>
public sealed record PaperAdvance(
    RoundNumber From,
    RoundNumber To,
    DateTimeOffset Now,
    IReadOnlyList<LedgerEntry> Resolved,
    IReadOnlyList<string> Notes)
{
    /// <summary>Payouts less burns.</summary>
    public Nmr Net => Resolved.Select(entry => entry.Change).Total;
}

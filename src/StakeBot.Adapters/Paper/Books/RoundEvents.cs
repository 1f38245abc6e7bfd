using StakeBot.Adapters.Paper.World;
using StakeBot.Core.Accounting;
using StakeBot.Core.Money;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Paper.Books;

/// <summary>What happens to an account while rounds open and resolve.</summary>
internal sealed class RoundEvents
{
    private readonly List<LedgerEntry> _resolved = [];
    private readonly List<string> _notes = [];

    public IReadOnlyList<LedgerEntry> Resolved => _resolved;

    public IReadOnlyList<string> Notes => _notes;

    /// <summary>A round with something at risk has become final.</summary>
    public void Settle(Model model, RoundNumber round, Nmr atRisk, Nmr result) =>
        _resolved.Add(new LedgerEntry(
            PaperCalendar.Resolves(round),
            model,
            round,
            result < Nmr.Zero ? LedgerKind.Burn : LedgerKind.Payout,
            result < Nmr.Zero ? -result : result,
            atRisk));

    public void Note(string sentence) => _notes.Add(sentence);
}

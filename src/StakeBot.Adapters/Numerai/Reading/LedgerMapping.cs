using StakeBot.Adapters.Numerai.Json;
using StakeBot.Core.Accounting;
using StakeBot.Core.Money;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Numerai.Reading;

/// <summary>Makes the ledger out of final rounds. Where Numerai also lists the payout of a round, its list counts.</summary>
internal static class LedgerMapping
{
    public static IEnumerable<LedgerEntry> Of(Model model, KeptHistory history, IReadOnlyList<PayoutJson> listed)
    {
        foreach (ModelRound round in history.Rounds.Where(round => round.IsFinal && round.AtRisk > Nmr.Zero))
        {
            Nmr? told = listed.FirstOrDefault(payout => payout.ModelId == model.Id.Value && payout.RoundNumber == round.Round.Value)?.PayoutNmr;
            if ((told ?? round.Settled) is not { } result)
                continue;
            yield return new LedgerEntry(
                round.ResolvedAt ?? new DateTimeOffset(RoundCalendar.OpenDate(round.Round), TimeOnly.MinValue, TimeSpan.Zero),
                model,
                round.Round,
                result < Nmr.Zero ? LedgerKind.Burn : LedgerKind.Payout,
                result < Nmr.Zero ? -result : result,
                round.AtRisk);
        }
    }

    /// <summary>How many rounds with something at risk have no result.</summary>
    public static int Untold(KeptHistory history, IReadOnlyList<PayoutJson> listed, Model model) => history.Rounds.Count(round =>
        round.IsFinal && round.AtRisk > Nmr.Zero && round.Settled is null
        && !listed.Any(payout => payout.ModelId == model.Id.Value && payout.RoundNumber == round.Round.Value && payout.PayoutNmr is not null));
}

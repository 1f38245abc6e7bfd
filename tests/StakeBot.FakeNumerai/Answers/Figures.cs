using StakeBot.Adapters.Paper.Books;
using StakeBot.Adapters.Paper.World;
using StakeBot.Core.Accounting;
using StakeBot.Core.Money;
using StakeBot.Core.Tournaments;
using StakeBot.NumeraiFake.Simulation;

namespace StakeBot.NumeraiFake.Answers;

/// <summary>What one model had at risk in a round, and what became of it.</summary>
/// <param name="AtRisk">NMR at risk.</param>
/// <param name="Net">What it gained or, negative, lost; by today's scores while <paramref name="IsSettled"/> is false.</param>
/// <param name="IsSettled">Whether the round is final.</param>
internal sealed record Figures(Nmr AtRisk, Nmr Net, bool IsSettled)
{
    public static Figures Of(FakeAccount account, ModelScores scores, RoundNumber round)
    {
        if (account.Settled.TryGetValue((scores.Model.Id, round), out LedgerEntry? entry))
            return new Figures(entry.AtRisk, entry.Change, true);
        RoundNumber newest = account.Books.Newest;
        if (PaperCalendar.IsResolved(round, newest))
            return new Figures(Nmr.Zero, Nmr.Zero, true);
        if (account.Others.Models.Contains(scores))
            return new Figures(Nmr.Zero, Nmr.Zero, false);
        Nmr atRisk = scores.Model.Tournament == Tournament.Signals
            ? account.Books.Running.Single(stake => stake.Model == scores.Model).AtRiskIn(round)
            : account.Books.Strategy.Seats.Single(seat => seat.Model == scores.Model).AtRiskIn(round);
        RoundPricing pricing = new(scores, FakeRules.Of(scores.Model.Tournament));
        return new Figures(atRisk, atRisk == Nmr.Zero ? Nmr.Zero : pricing.Settle(atRisk, round, newest), false);
    }
}

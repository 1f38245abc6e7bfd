using StakeBot.Bot.Chat;
using StakeBot.Bot.Funds;
using StakeBot.Core.Money;
using StakeBot.Core.Risk;
using StakeBot.Core.Stakes;

namespace StakeBot.Bot.Features.Status;

internal static class StatusTable
{
    public static DataTable Of(Fund fund) => new(
        "Stakes by model",
        ["Model", "Tournament", "Regime", "Locked (NMR)", "Exposure (NMR)", "Pending result (NMR)", "Bad window (NMR)", "Share of fund (%)"],
        [.. fund.Snapshot.Tournaments.SelectMany(t => t.Stakes.Select(stake => Row(fund, t, stake)))]);

    private static IReadOnlyList<Cell> Row(Fund fund, TournamentStakes tournament, Stake stake)
    {
        ModelLimitCheck? check = fund.Risk?.Checks.FirstOrDefault(c => c.Model.Id == stake.Model.Id);
        double share = stake.Exposure.ShareOf(fund.Snapshot.Equity);
        return
        [
            Cell.Of(PlainText.Name(stake.Model.Name)),
            Cell.Of(tournament.Tournament.ToString()),
            Cell.Of(tournament.Regime.ToString()),
            Amount(stake.Locked),
            Amount(stake.Exposure),
            new Cell(Figures.Signed(stake.PayoutPending), stake.PayoutPending.Amount),
            check is null ? new Cell("unknown", null) : new Cell(Figures.Signed(-check.Loss), -check.Loss.Amount),
            new Cell(Figures.Percent(share), share * 100),
        ];
    }

    private static Cell Amount(Nmr amount) => new(Figures.Amount(amount), amount.Amount);
}

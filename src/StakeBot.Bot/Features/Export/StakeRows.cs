using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution.Making;
using StakeBot.Core.Stakes;

namespace StakeBot.Bot.Features.Export;

/// <summary>Every model's stake now; idle NMR and what waits to be claimed a row for each tournament, the wallet a row of its own: locked, increases, idle, claimable and wallet add up to the equity.</summary>
internal static class StakeRows
{
    public static DataTable Of(StakeSnapshot snapshot) => new(
        "Stakes",
        [
            "taken", "account", "tournament", "round", "regime", "model", "locked_nmr", "pending_result_nmr", "pending_release_nmr", "release_due", "pending_increase_nmr",
            "per_round_nmr", "mode", "automation", "open_rounds", "burn_debt_nmr", "idle_nmr", "claimable_nmr", "wallet_nmr",
        ],
        [
            .. snapshot.Tournaments.SelectMany(tournament => tournament.Stakes.Select(stake => Row(snapshot, tournament, stake)).Append(Idle(snapshot, tournament))),
            [.. Head(snapshot, null), .. Enumerable.Repeat(ExportCell.None, 13), ExportCell.Of(snapshot.Wallet)],
        ]);

    private static IEnumerable<Cell> Head(StakeSnapshot snapshot, TournamentStakes? tournament) =>
    [
        ExportCell.Of(snapshot.TakenAt),
        Cell.Of(snapshot.Account),
        ExportCell.Of(tournament?.Tournament.ToString()),
        tournament is null ? ExportCell.None : Cell.Of(tournament.CurrentRound.Number.Value),
        ExportCell.Of(tournament?.Regime.ToString()),
    ];

    private static IReadOnlyList<Cell> Idle(StakeSnapshot snapshot, TournamentStakes tournament) =>
        [.. Head(snapshot, tournament), .. Enumerable.Repeat(ExportCell.None, 11), ExportCell.Of(tournament.Idle), ExportCell.Of(tournament.Unclaimed?.Amount), ExportCell.None];

    private static IReadOnlyList<Cell> Row(StakeSnapshot snapshot, TournamentStakes tournament, Stake stake)
    {
        Stake.Legacy? legacy = stake as Stake.Legacy;
        Stake.Atomic? atomic = stake as Stake.Atomic;
        return
        [
            .. Head(snapshot, tournament),
            Cell.Of(stake.Model.Name),
            ExportCell.Of(stake.Locked),
            ExportCell.Of(stake.PayoutPending),
            ExportCell.Of(legacy?.PendingRelease),
            ExportCell.Of(legacy?.ReleaseDue),
            ExportCell.Of(legacy?.PendingIncrease),
            ExportCell.Of(atomic?.Setting.PerRound),
            ExportCell.Of(atomic is null ? null : SettingWords.Mode(atomic.Setting.Mode)),
            ExportCell.Of(atomic?.Setting.Automation),
            atomic is null ? ExportCell.None : Cell.Of(atomic.OpenRounds),
            ExportCell.Of(atomic?.BurnDebt),
            ExportCell.None,
            ExportCell.None,
            ExportCell.None,
        ];
    }
}

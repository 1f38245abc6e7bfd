using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution.Making;
using StakeBot.Bot.Execution.Records;
using StakeBot.Core.Money;
using StakeBot.Core.Proposals.Planning;

namespace StakeBot.Bot.Execution.Cards;

/// <summary>Every step at full precision.</summary>
internal static class LegTable
{
    public static DataTable Of(StoredProposal stored) => new(
        $"Steps of {stored.Proposal.Code}",
        ["step", "model", "tournament", "from (NMR)", "to (NMR)", "per round from (NMR)", "per round to (NMR)", "mode", "state", "request"],
        [.. stored.Legs.Select(Row)]);

    private static IReadOnlyList<Cell> Row(Leg leg)
    {
        StakeChange.Setting? setting = leg.Change as StakeChange.Setting;
        return
        [
            Cell.Of(leg.Number),
            Cell.Of(PlainText.Name(leg.Change.Model.Name)),
            Cell.Of(leg.Change.Model.Tournament.ToString()),
            Amount(leg.Change.From),
            Amount(leg.Change.To),
            setting is null ? None : Amount(setting.Before.PerRound),
            setting is null ? None : Amount(setting.After.PerRound),
            setting is null ? None : Cell.Of(SettingWords.Mode(setting.After.Mode)),
            Cell.Of(leg.State.ToString()),
            leg.RequestId is null ? None : Cell.Of(leg.RequestId),
        ];
    }

    private static Cell None { get; } = new("", null);

    private static Cell Amount(Nmr amount) => new(Figures.Amount(amount), amount.Amount);
}

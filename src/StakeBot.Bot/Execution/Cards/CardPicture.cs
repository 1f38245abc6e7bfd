using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.Funds;
using StakeBot.Bot.Ports;
using StakeBot.Bot.Ports.Plots;
using StakeBot.Core.Money;
using StakeBot.Core.Proposals.Planning;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Bot.Execution.Cards;

/// <summary>A proposal as paired bars: each model's share of the fund now and then. Drawn on request only: what is confirmed are the numbers in the text.</summary>
internal sealed class CardPicture(FundReader funds, IChartRenderer charts)
{
    public async Task<Reply> DrawAsync(StoredProposal stored, CancellationToken ct)
    {
        Fund fund = await funds.ReadAsync(ct);
        Nmr equity = fund.Snapshot.Equity;
        Dictionary<ModelId, StakeChange> changes = stored.Legs.ToDictionary(leg => leg.Change.Model.Id, leg => leg.Change);
        ContributionBar[] bars =
        [
            .. fund.Snapshot.Stakes
                .Select(stake => Bar(stake, changes.GetValueOrDefault(stake.Model.Id), equity))
                .Where(bar => bar.Weight > 0 || bar.Contribution > 0)
                .OrderByDescending(bar => Math.Abs(bar.Contribution - bar.Weight)),
        ];
        string title = $"{stored.Proposal.Code}: {stored.Legs.Count} {(stored.Legs.Count == 1 ? "stake changes" : "stakes change")}";
        ContributionPlot plot = new(Basis.Frame(title, fund, stored.Proposal.Mode), bars, 1) { LightName = "now", DarkName = "then" };
        return new Reply
        {
            Mode = stored.Proposal.Mode,
            Title = $"{stored.Proposal.Code} · share of the fund on each model, now and once it acts in full",
            Lines = ["The text of the proposal is what is confirmed; this is a picture of it."],
            Pictures = [new Picture($"proposal-{stored.Proposal.Id.Value[..4]}.png", await Task.Run(() => charts.Draw(plot), ct), Alt(bars))],
            Table = LegTable.Of(stored),
        };
    }

    private static ContributionBar Bar(Stake stake, StakeChange? change, Nmr equity)
    {
        Nmr now = change?.From ?? stake.Exposure;
        Nmr then = change?.To ?? stake.Exposure;
        return new ContributionBar(PlainText.Name(stake.Model.Name), now.ShareOf(equity), then.ShareOf(equity), 0);
    }

    private static string Alt(ContributionBar[] bars)
    {
        string largest = string.Join(", ", bars.Take(3).Select(bar => $"{bar.Model} {Figures.Whole(bar.Weight)} to {Figures.Whole(bar.Contribution)}"));
        return $"Bar chart of {bars.Length} models: share of the fund now beside the share after the proposal. Largest changes: {largest}.";
    }
}

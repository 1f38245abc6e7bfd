using System.Globalization;
using GraphQL;
using StakeBot.Adapters.Paper.World;
using StakeBot.Core.Money;
using StakeBot.Core.Tournaments;
using StakeBot.NumeraiFake.Simulation;
using StakeBot.NumeraiFake.Wire;

namespace StakeBot.NumeraiFake.Answers;

/// <summary>The rounds of one model: stake at risk, scores, payouts. Newest first.</summary>
internal static class PerformanceAnswers
{
    public static Node[] Of(FakeAccount account, IResolveFieldContext field)
    {
        ModelId id = new(field.GetArgument<string>("modelId"));
        Tournament tournament = (Tournament)field.GetArgument("tournament", (int)Tournament.Classic);
        if (account.Everybody.SingleOrDefault(scores => scores.Model.Id == id && scores.Model.Tournament == tournament) is not { } model)
            return [];
        RoundNumber newest = account.Books.Newest;
        RoundNumber first = new(Math.Max(field.GetArgument("roundNumberGte", 0), PaperWorld.FirstRoundNumber));
        RoundNumber last = new(Math.Min(field.GetArgument("roundNumberLte", int.MaxValue), newest.Value));
        int most = field.GetArgument("lastNRounds", int.MaxValue);
        return
        [
            .. Enumerable.Range(0, Math.Max(0, last - first + 1))
                .Select(back => last - back)
                .Where(model.TakesPart)
                .Take(most)
                .Select(round => Row(account, model, round)),
        ];
    }

    private static Node Row(FakeAccount account, ModelScores model, RoundNumber round)
    {
        PayoutRule rule = FakeRules.Of(model.Model.Tournament);
        Figures figures = Figures.Of(account, model, round);
        int days = PaperCalendar.DaysScored(round, account.Books.Newest);
        bool submitted = model.Submitted(round);
        return new Node
        {
            ["roundNumber"] = round.Value,
            ["roundResolved"] = figures.IsSettled,
            ["roundOpenTime"] = Encoded.Time(PaperCalendar.Opens(round)),
            ["roundResolveTime"] = Encoded.Time(PaperCalendar.Resolves(round)),
            ["roundPayoutFactor"] = days > 0 ? rule.Factor.ForPricing.ToString("F18", CultureInfo.InvariantCulture) : null,
            ["submissionId"] = submitted ? $"submission-{model.Model.Name}-{round}" : null,
            ["atRisk"] = Encoded.Amount(figures.AtRisk),
            ["payoutMultipliers"] = rule.Multipliers
                .Select(part => new Node { ["displayName"] = part.Score.Value, ["multiplier"] = part.Multiplier }).ToArray(),
            ["submissionScores"] = days == 0 || !submitted ? [] : Scores(model, rule, round, days, figures),
        };
    }

    // The interface tells a round's payout by score. A round that was clipped has its rest at the last score, so that they add up.
    private static Node[] Scores(ModelScores model, PayoutRule rule, RoundNumber round, int days, Figures figures)
    {
        List<Node> rows = [];
        Nmr left = figures.Net;
        foreach (ScoreMultiplier part in rule.Multipliers)
        {
            double value = model.Score(part.Score, round, days);
            Nmr share = part == rule.Multipliers[^1] ? left : figures.AtRisk.Times(rule.Factor.ForPricing * part.Multiplier * value);
            left -= share;
            rows.Add(new Node
            {
                ["displayName"] = part.Score.Value,
                ["value"] = value,
                ["percentile"] = 0.5,
                ["day"] = days,
                ["resolved"] = figures.IsSettled,
                ["payoutPending"] = figures.IsSettled ? null : Encoded.Amount(share),
                ["payoutSettled"] = figures.IsSettled ? Encoded.Amount(share) : null,
            });
        }
        return [.. rows];
    }
}

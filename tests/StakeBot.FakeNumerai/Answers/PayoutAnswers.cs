using StakeBot.Adapters.Paper.World;
using StakeBot.Core.Money;
using StakeBot.Core.Tournaments;
using StakeBot.NumeraiFake.Simulation;
using StakeBot.NumeraiFake.Wire;

namespace StakeBot.NumeraiFake.Answers;

/// <summary>Payouts of the rounds that are open and of the last thirty that are not.</summary>
internal static class PayoutAnswers
{
    private const int SettledRounds = 30;

    public static Node Of(FakeAccount account, Tournament tournament)
    {
        RoundNumber newest = account.Books.Newest;
        RoundNumber lastResolved = newest - PaperCalendar.OpenRounds;
        return new Node
        {
            ["actual"] = Rows(account, tournament, lastResolved - (SettledRounds - 1), SettledRounds),
            ["pending"] = Rows(account, tournament, lastResolved + 1, PaperCalendar.OpenRounds),
        };
    }

    private static Node[] Rows(FakeAccount account, Tournament tournament, RoundNumber first, int rounds) =>
    [
        .. from back in Enumerable.Range(0, rounds)
           let round = first + back
           from scores in account.World.ModelsOf(tournament)
           let figures = Figures.Of(account, scores, round)
           where figures.AtRisk > Nmr.Zero
           select Row(scores.Model, round, figures.Net),
    ];

    private static Node Row(Model model, RoundNumber round, Nmr result) => new()
    {
        ["roundNumber"] = round.Value,
        ["roundResolveTime"] = Encoded.Day(PaperCalendar.Resolves(round)),
        ["modelId"] = model.Id.Value,
        ["modelName"] = model.Name.ToLowerInvariant(),
        ["payoutNmr"] = Encoded.Amount(result),
    };
}

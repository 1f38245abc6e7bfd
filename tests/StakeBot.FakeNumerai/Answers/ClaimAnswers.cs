using System.Globalization;
using StakeBot.Adapters.Paper.World;
using StakeBot.Core.Accounting;
using StakeBot.Core.Tournaments;
using StakeBot.NumeraiFake.Simulation;
using StakeBot.NumeraiFake.Wire;

namespace StakeBot.NumeraiFake.Answers;

/// <summary>What is resolved and not claimed yet: a Classic round is claimed some days after it is final.</summary>
internal static class ClaimAnswers
{
    public static Node[] Of(FakeAccount account, Tournament tournament, string staker) =>
        tournament != Tournament.Classic || !staker.Equals(FakeAccount.Staker, StringComparison.OrdinalIgnoreCase)
            ? []
            :
            [
                .. account.Settled
                    .Where(pair => pair.Value.Model.Tournament == tournament && account.Now < PaperCalendar.Resolves(pair.Key.Item2) + FakeAccount.ClaimsTake)
                    .OrderBy(pair => pair.Key.Item2)
                    .Select(pair => Describe(pair.Key.Item2, pair.Value)),
            ];

    private static Node Describe(RoundNumber round, LedgerEntry entry) => new()
    {
        ["apiModelId"] = entry.Model.Id.Value,
        ["modelId"] = $"0x{entry.Model.Id.Value.Replace("-", "", StringComparison.Ordinal),-64}".Replace(' ', '0'),
        ["roundId"] = round.Value.ToString(CultureInfo.InvariantCulture),
        ["tournamentId"] = ((int)entry.Model.Tournament).ToString(CultureInfo.InvariantCulture),
        ["staker"] = FakeAccount.Staker,
        ["submissionId"] = $"submission-{entry.Model.Name}-{round}",
        ["claimableAmountWei"] = Encoded.Wei(entry.AtRisk + entry.Change),
        ["merkleRoot"] = $"0x{new string('c', 64)}",
        ["proof"] = Array.Empty<string>(),
    };
}

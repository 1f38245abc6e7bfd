using StakeBot.Core.Money;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Core.Risk.Settling;

/// <summary>Who has what in which open round.</summary>
internal sealed record OpenBook(
    IReadOnlyList<OpenTournament> Tournaments, IReadOnlyList<Holding> Holdings, IReadOnlyList<Stake> Unassessed, bool PositionsAreAssumed)
{
    public static OpenBook Of(StakeSnapshot snapshot, FundHistory history, SettlingMemory memory)
    {
        Dictionary<Tournament, PricedTournament> priced = history.Tournaments.Where(one => one.Returns.RoundCount > 0).ToDictionary(one => one.Tournament);
        List<(Stake Stake, IReadOnlyList<OpenPosition> Positions)> open = [];
        List<Stake> unassessed = [];
        bool assumed = false;
        foreach (TournamentStakes tournament in snapshot.Tournaments)
        {
            foreach (Stake stake in tournament.Stakes.Where(stake => stake.Locked > Nmr.Zero))
            {
                if (history.ColumnOf(stake.Model.Id) is null || !priced.TryGetValue(tournament.Tournament, out PricedTournament? its))
                {
                    unassessed.Add(stake);
                    continue;
                }
                assumed |= stake.Positions.Count == 0;
                open.Add((stake, Holding.Positions(stake, tournament, its.Returns.LastRound)));
            }
        }
        RoundNumber[] targets = [.. open.SelectMany(one => one.Positions).Select(position => position.Round).Distinct().Order()];
        Dictionary<Tournament, OpenTournament> tournaments = history.Models
            .Select(model => model.Tournament)
            .Distinct()
            .ToDictionary(tournament => tournament, tournament => OpenTournament.Of(history, priced[tournament], targets, memory));
        Holding[] holdings =
        [
            .. open.Where(one => one.Positions.Count > 0).Select(one => new Holding(
                one.Stake,
                history.ColumnOf(one.Stake.Model.Id)!.Value,
                tournaments[one.Stake.Model.Tournament],
                [.. targets.Select(round => one.Positions.Where(position => position.Round == round).Select(position => position.AtRisk).Total.ToDouble())])),
        ];
        return new OpenBook([.. tournaments.Values], holdings, unassessed, assumed);
    }
}

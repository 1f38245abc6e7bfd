using StakeBot.Core.Money;
using StakeBot.Core.Risk;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Files;

/// <summary>Puts together what the lines of a stakes file say about one tournament, and the models that have scores and no line.</summary>
internal static class AccountTournament
{
    public static TournamentStakes? Of(
        string path,
        Tournament tournament,
        IReadOnlyList<StakeLine> all,
        PayoutHistory history,
        IReadOnlyList<ScorePanel> panels,
        FileProblems problems,
        List<string> notes)
    {
        StakeLine[] lines = [.. all.Where(line => line.Kind is not StakeLineKind.Wallet && line.Tournament == tournament)];
        if (RegimeOf(path, tournament, lines, history, problems) is not { } regime)
            return null;
        int overlappingRounds = RoundsOpen(tournament, regime, history);
        StakeLine? idle = Array.Find(lines, line => line.Kind is StakeLineKind.Idle);
        if (idle is not null && regime is StakingRegime.Legacy)
            problems.Add($"{path}, line {idle.Line}: idle NMR lies in an Atomic strategy, and {tournament} is staked in the Legacy regime. Write (wallet) for NMR that is not staked.");
        Stake[] staked =
        [
            .. lines.Where(line => line.Kind is StakeLineKind.Model)
                .Select(line => regime is StakingRegime.Legacy ? LineStakes.Legacy(path, line, problems) : LineStakes.Atomic(path, line, overlappingRounds, problems))
                .OfType<Stake>(),
        ];
        ScorePanel? panel = panels.FirstOrDefault(panel => panel.Tournament == tournament);
        Stake[] unstaked = Unstaked(path, tournament, staked, panel, regime, overlappingRounds, notes);
        Round round = FileCalendar.NewestRound(tournament, panels, overlappingRounds);
        return new TournamentStakes(tournament, regime, round, overlappingRounds, idle?.Stake ?? Nmr.Zero, [.. staked, .. unstaked]);
    }

    /// <summary>R of the newest rule of that regime; a tournament that never had one keeps its newest R.</summary>
    private static int RoundsOpen(Tournament tournament, StakingRegime regime, PayoutHistory history)
    {
        PayoutRule[] rules = [.. history.All.Where(rule => rule.Tournament == tournament)];
        return (Array.FindLast(rules, rule => rule.Regime == regime) ?? rules[^1]).OverlappingRounds;
    }

    private static StakingRegime? RegimeOf(string path, Tournament tournament, StakeLine[] lines, PayoutHistory history, FileProblems problems)
    {
        if (history.Newest(tournament) is not { } newest)
        {
            problems.Add($"{path}: no payout rule of {tournament} is known, so its stakes cannot be read. Add the rule to config/tournaments.json.");
            return null;
        }
        StakeLine[] said = [.. lines.Where(line => line.Regime is not null).DistinctBy(line => line.Regime)];
        if (said.Length > 1)
        {
            problems.Add($"{path}, lines {said[0].Line} and {said[1].Line}: {tournament} cannot be in both regimes. Write the one that it is in now.");
            return null;
        }
        return said.Length == 1 ? said[0].Regime : newest.Regime;
    }

    private static Stake[] Unstaked(
        string path, Tournament tournament, Stake[] staked, ScorePanel? panel, StakingRegime regime, int overlappingRounds, List<string> notes)
    {
        HashSet<ModelId> scored = [.. (panel?.Models ?? []).Select(model => model.Id)];
        string[] unscored = [.. staked.Where(stake => !scored.Contains(stake.Model.Id)).Select(stake => stake.Model.Name)];
        if (unscored.Length > 0)
            notes.Add($"{path}: these models of {tournament} have no scores, so their risk is not known: {Listing.Of(unscored)}.");
        HashSet<ModelId> inFile = [.. staked.Select(stake => stake.Model.Id)];
        Model[] missing = [.. (panel?.Models ?? []).Where(model => !inFile.Contains(model.Id))];
        if (missing.Length > 0)
            notes.Add($"{path}: these models of {tournament} have scores and no line, so they count as not staked: {Listing.Of([.. missing.Select(model => model.Name)])}.");
        return [.. missing.Select(model => LineStakes.Settled(model, Nmr.Zero, regime, overlappingRounds))];
    }
}

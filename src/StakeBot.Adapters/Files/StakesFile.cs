using StakeBot.Core.Money;
using StakeBot.Core.Risk;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Files;

/// <summary>
/// Stakes from a csv file with a line for each model; the least is the columns model and stake. The lines (idle) and (wallet) hold NMR that is not staked.
/// </summary>
/// <remarks>
/// tournament: may be left out when the scores are of one tournament. regime: legacy or atomic; without it, that of the tournament's newest rule.
/// stake: Legacy, the settled stake with what waits for release; Atomic, the NMR locked in all open rounds (in_rounds is another name for it).
/// Atomic only: per_round (S; without it stake / R), mode (constant), automation (on), open_rounds (R), burn_debt (0).
/// Legacy only: pending_release (0), release_due, pending_increase (0). Both: payout_pending (0, a burn to come is negative), missed_submissions (0).
/// </remarks>
public static class StakesFile
{
    /// <summary>What a good file looks like.</summary>
    private const string Example = "tournament,model,stake\n8,alice,120.5\n8,(idle),10\n8,(wallet),3.25";

    /// <summary>Reads a file; the panels say which models and rounds there are.</summary>
    /// <exception cref="ArgumentException">There is no panel.</exception>
    public static FileOutcome<StakedAccount> Read(string path, PayoutHistory history, IReadOnlyList<ScorePanel> panels)
    {
        if (panels.Count == 0)
            throw new ArgumentException("Stakes are read as of the newest round of scores, and there are none.", nameof(panels));
        FileProblems problems = new();
        List<string> notes = [];
        List<StakeLine> lines = Lines(path, panels, problems, notes);
        CheckRepeated(path, lines, problems);
        TournamentStakes[] tournaments =
        [
            .. lines.Where(line => line.Kind is not StakeLineKind.Wallet).Select(line => line.Tournament)
                .Concat(panels.Select(panel => panel.Tournament))
                .Distinct().Order()
                .Select(tournament => AccountTournament.Of(path, tournament, lines, history, panels, problems, notes))
                .OfType<TournamentStakes>(),
        ];
        if (problems.Any)
            return new FileOutcome<StakedAccount>.Refused(problems.Refuse(Example));
        Nmr wallet = lines.Where(line => line.Kind is StakeLineKind.Wallet).Select(line => line.Stake ?? Nmr.Zero).Total;
        StakeSnapshot snapshot = new(Path.GetFileName(path), FileCalendar.TakenAt(panels), wallet, tournaments);
        HashSet<ModelId> listed = [.. lines.Where(line => line.Kind is StakeLineKind.Model).Select(line => FileModel.Id(line.Tournament, line.Name))];
        HashSet<ModelId> unlisted = [.. panels.SelectMany(panel => panel.Models).Select(model => model.Id).Where(id => !listed.Contains(id))];
        return new FileOutcome<StakedAccount>.Read(new StakedAccount(snapshot, unlisted, notes));
    }

    private static List<StakeLine> Lines(string path, IReadOnlyList<ScorePanel> panels, FileProblems problems, List<string> notes)
    {
        using CsvRows? rows = CsvRows.Open(path, problems, notes);
        if (rows is null || StakeColumns.Of(rows, problems) is not { } columns)
            return [];
        Tournament? only = panels.Count == 1 ? panels[0].Tournament : null;
        StakeCells cells = new(rows, columns, problems);
        List<StakeLine> lines = [];
        int count = 0;
        for (; rows.Next(); count++)
        {
            if (StakeLine.Read(cells, only) is { } line)
                lines.Add(line);
        }
        if (count == 0 && !problems.Any)
            problems.Add($"{path} has a header line and no data below it. Add a line for each model.");
        return lines;
    }

    private static void CheckRepeated(string path, IReadOnlyList<StakeLine> lines, FileProblems problems)
    {
        foreach (IGrouping<string, StakeLine> same in lines.GroupBy(line => line.Key, StringComparer.Ordinal).Where(group => group.Count() > 1))
            problems.Add($"{path}, lines {string.Join(" and ", same.Select(line => line.Line))}: {same.First().Name} is there {same.Count()} times. Keep one line.");
    }
}

namespace StakeBot.Adapters.Files;

/// <summary>Where the columns of a stakes file are. An unknown column is refused: a misspelt one would be money left out.</summary>
internal sealed class StakeColumns
{
    public const string Tournament = "tournament", Model = "model", Regime = "regime", Stake = "stake", PerRound = "per_round", Mode = "mode",
        Automation = "automation", InRounds = "in_rounds", OpenRounds = "open_rounds", BurnDebt = "burn_debt", PendingRelease = "pending_release",
        ReleaseDue = "release_due", PendingIncrease = "pending_increase", PayoutPending = "payout_pending", MissedSubmissions = "missed_submissions";

    private static readonly string[] Known =
    [
        Tournament, Model, Regime, Stake, PerRound, Mode, Automation, InRounds, OpenRounds, BurnDebt,
        PendingRelease, ReleaseDue, PendingIncrease, PayoutPending, MissedSubmissions,
    ];

    /// <summary>What only a model has; a line of idle NMR or of the wallet holds an amount and nothing else.</summary>
    public static readonly IReadOnlyList<string> OfModels =
    [
        Regime, PerRound, Mode, Automation, InRounds, OpenRounds, BurnDebt, PendingRelease, ReleaseDue, PendingIncrease, PayoutPending, MissedSubmissions,
    ];

    private readonly Dictionary<string, int> _columns;

    private StakeColumns(Dictionary<string, int> columns) => _columns = columns;

    public int? this[string name] => _columns.TryGetValue(name, out int column) ? column : null;

    public static StakeColumns? Of(CsvRows rows, FileProblems problems)
    {
        int before = problems.Count;
        Dictionary<string, int> columns = [];
        if (rows.First.Any(Cell.IsNumber) || !rows.First.Any(header => Plain(header) == Model))
        {
            problems.Add($"{rows.Path}, line {rows.FirstLine}: there is no column model. The first line must name the columns: at least model and stake.");
            return null;
        }
        for (int column = 0; column < rows.First.Count; column++)
        {
            string name = Plain(rows.First[column]), place = rows.PlaceAt(rows.FirstLine, column);
            if (!Known.Contains(name))
                problems.Add($"{place}: StakeBot does not know this column. Take it out, or use one of {string.Join(", ", Known)}.");
            else if (!columns.TryAdd(name, column))
                problems.Add($"{place}: column {columns[name] + 1} has the same name. Keep one of them.");
        }
        if (!columns.ContainsKey(Stake) && !columns.ContainsKey(InRounds) && !columns.ContainsKey(PerRound))
            problems.Add($"{rows.Path}, line {rows.FirstLine}: there is no column stake. Add it: NMR for each model.");
        return problems.Count > before ? null : new StakeColumns(columns);
    }

    private static string Plain(string header) => header.Replace(' ', '_').Replace('-', '_').ToLowerInvariant();
}

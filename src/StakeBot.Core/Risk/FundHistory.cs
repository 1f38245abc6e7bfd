using StakeBot.Core.Risk.Estimation;
using StakeBot.Core.Tournaments;

namespace StakeBot.Core.Risk;

/// <summary>
/// The priced history of a fund's models over all tournaments, side by side by round number, with the models that say too little left out
/// twins put together and gaps filled. What every estimate is made from.
/// </summary>
public sealed class FundHistory
{
    private readonly Dictionary<ModelId, int> _columns;

    private FundHistory(
        IReadOnlyList<PricedTournament> tournaments,
        ReturnMatrix returns,
        ReturnMatrix completed,
        IReadOnlyList<RoundWindow> windows,
        IReadOnlyList<LeftOut> leftOut,
        IReadOnlyList<JoinedModel> joined)
    {
        Tournaments = tournaments;
        Returns = returns;
        Completed = completed;
        Windows = windows;
        LeftOut = leftOut;
        Joined = joined;
        Scenarios = WindowReturns.Of(completed, windows);
        ObservedRounds = [.. Enumerable.Range(0, returns.ModelCount).Select(i => returns.Column(i).Count(r => !double.IsNaN(r)))];
        _columns = returns.Models.Select((model, column) => (model.Id, column)).ToDictionary(pair => pair.Id, pair => pair.column);
        foreach (LeftOut twin in leftOut.Where(left => left.TwinOf is not null))
            _columns[twin.Model.Id] = _columns[twin.TwinOf!.Id];
    }

    /// <summary>How each tournament was priced.</summary>
    public IReadOnlyList<PricedTournament> Tournaments { get; }

    /// <summary>Round returns, rounds × models, of the models that are in, as they were: with their gaps.</summary>
    public ReturnMatrix Returns { get; }

    /// <summary>
    /// The same with gaps filled (<see cref="JointHistory"/>): what estimates are made from. Round by round, only joined models are filled; and a history
    /// that is not <see cref="IsEnough"/> may be as it was.
    /// </summary>
    public ReturnMatrix Completed { get; }

    /// <summary>The window of each model that is in.</summary>
    public IReadOnlyList<RoundWindow> Windows { get; }

    /// <summary>The models that are not in as columns of their own.</summary>
    public IReadOnlyList<LeftOut> LeftOut { get; }

    /// <summary>The models that are in although they are short, by the help of the others.</summary>
    public IReadOnlyList<JoinedModel> Joined { get; }

    /// <summary>How many rounds each model really has.</summary>
    public IReadOnlyList<int> ObservedRounds { get; }

    /// <summary>How many missing returns of models that stand for themselves were filled from the others.</summary>
    public int FilledEntries => Enumerable.Range(0, Models.Count)
        .Where(i => !Joined.Any(joined => joined.Model.Id == Models[i].Id))
        .Sum(i => Enumerable.Range(0, Returns.RoundCount).Count(t => double.IsNaN(Returns[t, i]) && !double.IsNaN(Completed[t, i])));

    /// <summary>Overlapping window returns, windows × models.</summary>
    public WindowReturns Scenarios { get; }

    /// <summary>The models that are in, in the order of the columns.</summary>
    public IReadOnlyList<Model> Models => Returns.Models;

    /// <summary>R of the longest window.</summary>
    public int LongestWindow => Windows.Count == 0 ? 1 : Windows.Max(window => window.Rounds);

    /// <summary>How many windows without common rounds the history is as long as: rounds / R.</summary>
    public double IndependentWindows => (double)Returns.RoundCount / LongestWindow;

    /// <summary>Whether there are enough rounds to estimate anything: at least two windows, and one model.</summary>
    public bool IsEnough => Returns.ModelCount > 0 && Returns.RoundCount >= 2 * LongestWindow;

    /// <summary>The column that stands for a model, its own or its twin's; null when nothing does.</summary>
    public int? ColumnOf(ModelId model) => _columns.TryGetValue(model, out int column) ? column : null;

    /// <summary>Puts priced tournaments side by side and chooses the models that are in.</summary>
    /// <param name="tournaments">At least one.</param>
    /// <param name="only">The names to choose from, in any case of letters; null for all.</param>
    /// <param name="shortHistories">
    /// What becomes of models that are much shorter than the longest. Left out, nothing is recommended on a guess; joined, no stake is without a risk.
    /// </param>
    public static FundHistory Of(
        IReadOnlyList<PricedTournament> tournaments,
        IReadOnlySet<string>? only = null,
        ShortHistories shortHistories = ShortHistories.LeaveOut)
    {
        ReturnMatrix all = SideBySide(tournaments);
        RoundWindow[] windows = [.. tournaments.SelectMany(t => Enumerable.Repeat(t.Window, t.Returns.ModelCount))];
        if (only is not null)
        {
            int[] asked = [.. Enumerable.Range(0, all.ModelCount).Where(i => only.Contains(all.Models[i].Name))];
            windows = [.. asked.Select(i => windows[i])];
            all = all.OfModels(asked);
        }
        ModelSelection selection = ModelSelection.Of(all, windows, shortHistories);
        ReturnMatrix returns = all.OfModels(selection.Columns);
        windows = [.. selection.Columns.Select(i => windows[i])];
        bool canComplete = windows.Length > 0 && returns.RoundCount > windows.Max(window => window.Rounds);
        JointHistory joint = canComplete ? JointHistory.Of(returns, windows, [.. selection.Columns.Select(selection.Joined.Contains)]) : new JointHistory(returns, []);
        return new FundHistory(tournaments, returns, joint.Completed, windows, selection.LeftOut, joint.Joined);
    }

    /// <summary>The same models with single rounds in place of windows, as they were but for the joined ones.</summary>
    public FundHistory PerRound()
    {
        HashSet<ModelId> joined = [.. Joined.Select(model => model.Model.Id)];
        double[] values = new double[Returns.RoundCount * Returns.ModelCount];
        for (int t = 0; t < Returns.RoundCount; t++)
        {
            for (int i = 0; i < Returns.ModelCount; i++)
                values[t * Returns.ModelCount + i] = joined.Contains(Models[i].Id) ? Completed[t, i] : Returns[t, i];
        }
        ReturnMatrix completed = new(Returns.FirstRound, Returns.Models, values);
        return new FundHistory(Tournaments, Returns, completed, [.. Windows.Select(_ => RoundWindow.SingleRound)], LeftOut, Joined);
    }

    /// <summary>Every model of the tournaments, chosen or not, side by side by round number; gaps where a tournament has no round.</summary>
    internal static ReturnMatrix SideBySide(IReadOnlyList<PricedTournament> tournaments)
    {
        PricedTournament[] priced = [.. tournaments.Where(t => t.Returns.RoundCount > 0)];
        Model[] models = [.. tournaments.SelectMany(t => t.Returns.Models)];
        if (priced.Length == 0)
            return new ReturnMatrix(default, models, []);
        RoundNumber first = priced.Min(t => t.Returns.FirstRound);
        RoundNumber last = priced.Max(t => t.Returns.LastRound);
        double[] values = new double[(last - first + 1) * models.Length];
        Array.Fill(values, double.NaN);
        int offset = 0;
        foreach (PricedTournament tournament in tournaments)
        {
            ReturnMatrix returns = tournament.Returns;
            for (int t = 0; t < returns.RoundCount; t++)
            {
                int row = returns.FirstRound + t - first;
                returns.Row(t).CopyTo(values.AsSpan(row * models.Length + offset, returns.ModelCount));
            }
            offset += returns.ModelCount;
        }
        return new ReturnMatrix(first, models, values);
    }
}

using StakeBot.Core.Tournaments;

namespace StakeBot.Core.Risk.Settling;

/// <summary>The rounds of one tournament: final ones, open ones, and how they hang together.</summary>
internal sealed class OpenTournament
{
    // Rounds further back have no day in common with an open one, nor with one that has.
    private const int Memory = 2;

    private readonly FundHistory _history;
    private readonly RoundPart[] _resolved;
    private readonly RoundPart[] _scored;
    private readonly RoundPart[] _targets;
    private readonly SettlingMemory _memory;

    private OpenTournament(FundHistory history, PricedTournament priced, KernelFit fit, int rows, IReadOnlyList<RoundNumber> targets, SettlingMemory memory)
    {
        _history = history;
        Priced = priced;
        Fit = fit;
        Targets = targets;
        _memory = memory;
        int days = fit.Kernel.ScoringDays;
        int remembered = Math.Min(Memory * days, rows);
        _resolved = [.. Enumerable.Range(0, remembered).Select(back => new RoundPart(priced.Returns.LastRound - (remembered - 1 - back), days))];
        _scored = [.. priced.Provisional.Days.OrderBy(pair => pair.Key).Select(pair => new RoundPart(pair.Key, pair.Value))];
        _targets = [.. targets.Select(round => new RoundPart(round, days))];
    }

    public PricedTournament Priced { get; }

    /// <summary>The kernel of its rounds, with the variances of its models, in the order of the history's columns.</summary>
    public KernelFit Fit { get; }

    /// <summary>The open rounds of all tournaments, ascending.</summary>
    public IReadOnlyList<RoundNumber> Targets { get; }

    /// <summary>Prepares a tournament.</summary>
    /// <param name="history">A history that <see cref="FundHistory.IsEnough"/> and has a model of it.</param>
    /// <param name="priced">The tournament, with a final round.</param>
    /// <param name="targets">The open rounds of all tournaments, ascending.</param>
    /// <param name="memory">What was computed before.</param>
    public static OpenTournament Of(FundHistory history, PricedTournament priced, IReadOnlyList<RoundNumber> targets, SettlingMemory memory)
    {
        int first = Math.Max(0, priced.Returns.FirstRound - history.Completed.FirstRound);
        int rows = priced.Returns.LastRound - (history.Completed.FirstRound + first) + 1;
        KernelFit fit = KernelFit.Of(
            [.. ColumnsOf(history, priced.Tournament).Select(i => Enumerable.Range(first, rows).Select(t => history.Completed[t, i]).ToArray())],
            DayKernel.ScoringDaysOf(priced.Window.Rounds),
            memory);
        return new OpenTournament(history, priced, fit, rows, targets, memory);
    }

    /// <summary>The columns of a tournament's models.</summary>
    public static int[] ColumnsOf(FundHistory history, Tournament tournament) =>
        [.. Enumerable.Range(0, history.Models.Count).Where(i => history.Models[i].Tournament == tournament)];

    /// <summary>How many daily scores a round has.</summary>
    public int DaysOf(RoundNumber round) => Priced.Provisional.Days.GetValueOrDefault(round);

    /// <summary>The prediction of every target for one model, by what is known of it: models that are known alike share it.</summary>
    /// <returns>The prediction, and the expected return of each target, not clipped.</returns>
    public (RoundPrediction Prediction, double[] Expected) Predict(ModelId model, int column, double mean, Knowledge knowledge)
    {
        RoundPart[] resolved = knowledge == Knowledge.Nothing ? [] : _resolved;
        RoundPart[] scored = knowledge == Knowledge.DailyScores ? [.. _scored.Where(part => Priced.Provisional.PartOf(model, part.Round) is not null)] : [];
        RoundPart[] known = [.. resolved, .. scored];
        RoundPrediction prediction = _memory.PredictionOf(Fit.Kernel, _targets, known);
        double[] deviations = [.. known.Select((part, k) => (k < resolved.Length ? Final(part.Round, column) : Priced.Provisional.PartOf(model, part.Round)!.Value)
            - mean * part.Days / Fit.Kernel.ScoringDays)];
        return (prediction, [.. prediction.Predict(deviations).Select(deviation => mean + deviation)]);
    }

    private double Final(RoundNumber round, int column) => _history.Completed[round - _history.Completed.FirstRound, column];
}

using StakeBot.Core.Risk;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Paper.World;

/// <summary>
/// The simulated tournaments: who submitted, and which scores every round has after each day. Knows nothing of NMR. Everything follows from the seeds.
/// Not safe for several threads at once: paths are drawn when they are first needed.
/// </summary>
internal sealed class PaperWorld
{
    /// <summary>The number of <see cref="FirstRound"/>.</summary>
    public const int FirstRoundNumber = 985;

    // About 20 score days of memory: correlation of whole-fund results some 10 to 15 hundredths above the plain overlap at its end.
    private const double CommonPersistence = 0.95;

    /// <param name="seeds">Where all noise comes from.</param>
    /// <param name="models">The models of the account.</param>
    /// <param name="others">Models of other stakers, if there are any; what they score changes nothing for the account's.</param>
    public PaperWorld(PaperSeeds seeds, IReadOnlyCollection<ModelTraits> models, IReadOnlyCollection<ModelTraits>? others = null)
    {
        ModelScores[] all = [.. models.Concat(others ?? []).GroupBy(traits => traits.Model.Tournament).SelectMany(group => Draw(seeds.NoiseOf(group.Key), group))];
        HashSet<ModelId> own = [.. models.Select(traits => traits.Model.Id)];
        Models = [.. all.Where(scores => own.Contains(scores.Model.Id))];
        Others = [.. all.Where(scores => !own.Contains(scores.Model.Id))];
    }

    /// <summary>The first round that has scores.</summary>
    public static RoundNumber FirstRound { get; } = new(FirstRoundNumber);

    /// <summary>The account's models of all tournaments.</summary>
    public IReadOnlyList<ModelScores> Models { get; }

    /// <summary>The models of other stakers.</summary>
    public IReadOnlyList<ModelScores> Others { get; }

    /// <summary>The account's models of one tournament.</summary>
    public IReadOnlyList<ModelScores> ModelsOf(Tournament tournament) =>
        [.. Models.Where(scores => scores.Model.Tournament == tournament)];

    /// <summary>Every score of one tournament while <paramref name="newest"/> is the newest round; null without a model there.</summary>
    public ScorePanel? Panel(Tournament tournament, RoundNumber newest)
    {
        IReadOnlyList<ModelScores> models = ModelsOf(tournament);
        return models.Count == 0 ? null : Panel(tournament, models, newest);
    }

    /// <summary>Every score of some models of one tournament while <paramref name="newest"/> is the newest round.</summary>
    public static ScorePanel Panel(Tournament tournament, IReadOnlyList<ModelScores> models, RoundNumber newest)
    {
        RoundNumber[] rounds = [.. Enumerable.Range(FirstRoundNumber, newest - FirstRound + 1).Select(number => new RoundNumber(number))];
        return new ScorePanel(
            tournament,
            rounds,
            [.. models.Select(scores => scores.Model)],
            [.. rounds.Select(round => PaperCalendar.IsResolved(round, newest))],
            models[0].Names.ToDictionary(name => name, name => Values(models, name, rounds, newest)))
        {
            Accrual = ScoreAccrual.Sum,
            ScoredDays = rounds.Where(round => !PaperCalendar.IsResolved(round, newest)).ToDictionary(round => round, round => PaperCalendar.DaysScored(round, newest)),
        };
    }

    private static double[] Values(IReadOnlyList<ModelScores> models, ScoreName name, RoundNumber[] rounds, RoundNumber newest)
    {
        double[] values = new double[rounds.Length * models.Count];
        for (int t = 0; t < rounds.Length; t++)
        {
            int days = PaperCalendar.DaysScored(rounds[t], newest);
            for (int i = 0; i < models.Count; i++)
                values[t * models.Count + i] = models[i].Score(name, rounds[t], days);
        }
        return values;
    }

    private static IEnumerable<ModelScores> Draw(NoiseStream noise, IEnumerable<ModelTraits> models)
    {
        NoiseStream shared = noise.Branch(0);
        Dictionary<Factor, FactorPair> factors = Enum.GetValues<Factor>().ToDictionary(
            factor => factor,
            factor => new FactorPair(PathOf(factor, shared.Branch(2 * (int)factor)), PathOf(factor, shared.Branch(2 * (int)factor + 1))));
        return models.Select((traits, i) => new ModelScores(traits, noise.Branch(1 + i), factors));
    }

    private static FactorPath PathOf(Factor factor, NoiseStream noise) => new(noise, factor == Factor.Common ? CommonPersistence : 0);
}

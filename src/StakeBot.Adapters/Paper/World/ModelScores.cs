using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Paper.World;

/// <summary>Everything that a simulated model submits and scores.</summary>
internal sealed class ModelScores
{
    private readonly ModelTraits _traits;
    private readonly NoiseStream _misses;
    private readonly Dictionary<ScoreName, ScorePath> _paths;

    /// <param name="traits">How it behaves.</param>
    /// <param name="noise">Its own noise.</param>
    /// <param name="factors">What it shares with others.</param>
    public ModelScores(ModelTraits traits, NoiseStream noise, IReadOnlyDictionary<Factor, FactorPair> factors)
    {
        _traits = traits;
        _misses = noise.Branch(0);
        FactorPath ownSkill = new(noise.Branch(1), 0);
        FactorPath ownRest = new(noise.Branch(2), 0);
        double own = Math.Sqrt(1 - traits.Loadings.Sum(part => part.Loading * part.Loading));
        double rest = Math.Sqrt(1 - traits.Coupling * traits.Coupling);

        _paths = new Dictionary<ScoreName, ScorePath>
        {
            [traits.Skill.Name] = new(traits.Skill, SkillOn, noise.Branch(3), traits.SpellDepth),
            [traits.Contribution.Name] = new(
                traits.Contribution, day => traits.Coupling * SkillOn(day) + rest * RestOn(day), noise.Branch(4), traits.SpellDepth),
        };

        double SkillOn(int day) => own * ownSkill[day] + traits.Loadings.Sum(part => part.Loading * factors[part.Factor].Skill[day]);
        double RestOn(int day) => own * ownRest[day] + traits.Loadings.Sum(part => part.Loading * factors[part.Factor].Contribution[day]);
    }

    /// <summary>The model.</summary>
    public Model Model => _traits.Model;

    /// <summary>The names of its scores.</summary>
    public IReadOnlyCollection<ScoreName> Names => _paths.Keys;

    /// <summary>Whether a submission was due: it has started by then.</summary>
    public bool TakesPart(RoundNumber round) => _traits.FirstRound is not { } first || round >= first;

    /// <summary>Whether it submitted in time for a round.</summary>
    public bool Submitted(RoundNumber round) =>
        TakesPart(round) && !_traits.Missed.Contains(round.Value) && _misses.Uniform(round.Value) >= _traits.MissShare;

    /// <summary>A score of a round after its first <paramref name="days"/> daily scores; NaN without a submission or without a score yet.</summary>
    /// <exception cref="KeyNotFoundException">The model has no such score.</exception>
    public double Score(ScoreName name, RoundNumber round, int days) =>
        days > 0 && Submitted(round) ? _paths[name].After(round, days) : double.NaN;
}

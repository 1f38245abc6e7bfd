using StakeBot.Core.Money;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Files;

/// <summary>Checks a rule of the payout history and turns it into the domain's.</summary>
internal static class RuleReading
{
    private const double LargestMultiplier = 1000;
    private const int MostOverlap = 1000;

    /// <summary>The rule; it is only good for use when no problem was added.</summary>
    public static PayoutRule Of(RuleJson json, string place, List<string> problems)
    {
        void Require(bool holds, string member, string sentence)
        {
            if (!holds)
                problems.Add($"{place}, {member}: {sentence}");
        }

        Tournament? tournament = TournamentNames.Read(json.Tournament);
        Require(tournament is not null, "tournament", $"'{json.Tournament}' is no tournament. Write classic, signals or crypto.");
        bool atomic = json.Regime.Equals("atomic", StringComparison.OrdinalIgnoreCase);
        Require(atomic || json.Regime.Equals("legacy", StringComparison.OrdinalIgnoreCase), "regime", $"'{json.Regime}' is no regime. Write legacy or atomic.");
        Require(!string.IsNullOrWhiteSpace(json.Name) && !json.Name.Any(char.IsWhiteSpace), "name", "a rule needs a name without blanks.");
        Require(json.FromRound >= 1, "fromRound", "the first round is at least 1.");
        Require(json.Multipliers.Count > 0, "multipliers", "no score is paid. Write at least one, such as \"corr20\": 0.75.");
        foreach ((string score, double multiplier) in json.Multipliers)
        {
            Require(score.Length > 0 && score.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)), "multipliers", $"'{score}' is no score. Write lower-case letters and digits, such as corr20.");
            Require(Math.Abs(multiplier) <= LargestMultiplier, "multipliers", $"{score} has a multiplier beyond {LargestMultiplier:0}.");
        }
        Require(json.Clip is > 0 and <= 1, "clip", "the clip is a share of the stake: above 0, at most 1.");
        Require(json.OverlappingRounds is >= 1 and <= MostOverlap, "overlappingRounds", $"1 to {MostOverlap} rounds are open at one time.");
        Require(!string.IsNullOrWhiteSpace(json.Source), "source", "say where the rule is known from.");
        return new PayoutRule
        {
            Name = json.Name,
            Tournament = tournament ?? Tournament.None,
            FromRound = new RoundNumber(json.FromRound),
            Regime = atomic ? StakingRegime.Atomic : StakingRegime.Legacy,
            Multipliers = [.. json.Multipliers.Select(pair => new ScoreMultiplier(new ScoreName(pair.Key), pair.Value))],
            Factor = Factor(json.Factor, Require),
            Clip = json.Clip,
            OverlappingRounds = json.OverlappingRounds,
            Source = json.Source,
        };
    }

    /// <summary>What only shows when rules are held against one another.</summary>
    public static void CheckTogether(string path, IReadOnlyList<PayoutRule> rules, List<string> problems)
    {
        foreach (IGrouping<string, PayoutRule> same in rules.GroupBy(rule => rule.Name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
            problems.Add($"{path}: {same.Count()} rules are called {same.Key}. Give each its own name.");
        foreach (IGrouping<(Tournament, RoundNumber), PayoutRule> same in rules.GroupBy(rule => (rule.Tournament, rule.FromRound)).Where(group => group.Count() > 1))
            problems.Add($"{path}: {string.Join(" and ", same.Select(rule => rule.Name))} both start at round {same.Key.Item2}. Only one rule can pay a round.");
    }

    private static PayoutFactor Factor(FactorJson json, Action<bool, string, string> require)
    {
        bool isFixed = json.Fixed is not null && json.Threshold is null && json.Recent is null;
        bool isThreshold = json.Fixed is null && json.Threshold is not null && json.Recent is not null;
        require(isFixed || isThreshold, "factor", "write either fixed, or threshold and recent.");
        if (!isThreshold)
        {
            require(json.Fixed is null or (> 0 and <= LargestMultiplier), "factor", $"the fixed factor is above 0, at most {LargestMultiplier:0}.");
            return new PayoutFactor.Fixed(json.Fixed ?? 1);
        }
        require(json.Threshold > 0, "factor", "the threshold is in NMR, above 0.");
        require(json.Recent is > 0 and <= 1, "factor", "the recent factor is above 0, at most 1.");
        return new PayoutFactor.Threshold(new Nmr(json.Threshold ?? 0), json.Recent ?? 1);
    }
}

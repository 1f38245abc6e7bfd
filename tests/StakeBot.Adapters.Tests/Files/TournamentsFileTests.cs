using StakeBot.Adapters.Files;
using StakeBot.Core.Money;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Tests.Files;

public sealed class TournamentsFileTests : FilesFolder
{
    private const string Good =
        """
        {
          "rules": [
            {
              "name": "a", "tournament": "classic", "fromRound": 650, "regime": "legacy", "multipliers": { "corr20": 0.5 },
              "factor": { "threshold": 72000, "recent": 0.1 }, "clip": 0.05, "overlappingRounds": 24, "source": "somewhere"
            }
          ]
        }
        """;

    [Theory]
    [InlineData("classic-20-choice", Tournament.Classic, 589, "2023-10-07")]
    [InlineData("classic-20-fixed", Tournament.Classic, 650, "2024-01-02")]
    [InlineData("classic-20-legacy", Tournament.Classic, 1172, "2026-01-01")]
    [InlineData("classic-60-atomic", Tournament.Classic, 1343, "2026-08-28")]
    [InlineData("signals-20-legacy", Tournament.Signals, 714, "2024-03-30")]
    [InlineData("signals-60-legacy", Tournament.Signals, 1085, "2025-09-02")]
    [InlineData("crypto-20-first", Tournament.Crypto, 759, "2024-06-01")]
    [InlineData("crypto-20-legacy", Tournament.Crypto, 928, "2025-01-24")]
    [InlineData("crypto-20-atomic", Tournament.Crypto, 1292, "2026-06-18")]
    public void A_shipped_rule_starts_with_the_round_that_opened_on_the_day_it_is_known_from(string name, Tournament tournament, int round, string day)
    {
        PayoutRule rule = Assert.IsType<PayoutRule>(ShippedHistory.Value.Named(name));

        Assert.Equal(tournament, rule.Tournament);
        Assert.Equal(new RoundNumber(round), rule.FromRound);
        Assert.Equal(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), RoundCalendar.OpenDate(rule.FromRound));
        Assert.Contains(day[..7], rule.Source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("classic-20-fixed", "0.5 corr20 + 2 mmc20, factor 0.093, clip ±5 %, 24 rounds open at a time", StakingRegime.Legacy, 72_000)]
    [InlineData("classic-20-legacy", "0.75 corr20 + 2.25 mmc20, factor 0.0923, clip ±5 %, 24 rounds open at a time", StakingRegime.Legacy, 72_000)]
    [InlineData("classic-60-atomic", "3 corr60 + 15 mmc60, factor 1, clip ±100 %, 64 rounds open at a time", StakingRegime.Atomic, 0)]
    [InlineData("signals-20-legacy", "1 fncv4 + 2 mmc20, factor 1, clip ±5 %, 24 rounds open at a time", StakingRegime.Legacy, 36_000)]
    [InlineData("signals-60-legacy", "0.3 alpha + 0.8 mpc, factor 1, clip ±1.7 %, 64 rounds open at a time", StakingRegime.Legacy, 36_000)]
    [InlineData("crypto-20-first", "1 corr20 + 2 mmc20, factor 1, clip ±5 %, 24 rounds open at a time", StakingRegime.Legacy, 10_000)]
    [InlineData("crypto-20-legacy", "1 mmc20, factor 1, clip ±5 %, 24 rounds open at a time", StakingRegime.Legacy, 10_000)]
    [InlineData("crypto-20-atomic", "0.1 corr20 + 1 mmc20, factor 1, clip ±100 %, 24 rounds open at a time", StakingRegime.Atomic, 0)]
    public void A_shipped_rule_pays_what_is_known_of_it(string name, string described, StakingRegime regime, int threshold)
    {
        PayoutRule rule = Assert.IsType<PayoutRule>(ShippedHistory.Value.Named(name));

        Assert.Equal(described, rule.Describe());
        Assert.Equal(regime, rule.Regime);
        Assert.Equal(threshold, rule.Factor is PayoutFactor.Threshold factor ? factor.Stake.Amount : 0);
    }

    [Fact]
    public void Today_Classic_and_Crypto_are_Atomic_and_Signals_is_Legacy()
    {
        Assert.Equal("classic-60-atomic", ShippedHistory.Value.Newest(Tournament.Classic)?.Name);
        Assert.Equal("signals-60-legacy", ShippedHistory.Value.Newest(Tournament.Signals)?.Name);
        Assert.Equal("crypto-20-atomic", ShippedHistory.Value.Newest(Tournament.Crypto)?.Name);
        Assert.Equal("classic-20-legacy", ShippedHistory.Value.InForce(Tournament.Classic, new RoundNumber(1197))?.Name);
        Assert.Equal("classic-20-fixed", ShippedHistory.Value.InForce(Tournament.Classic, new RoundNumber(1171))?.Name);
    }

    [Fact]
    public void A_factor_that_is_not_known_is_the_greatest_possible_and_its_source_says_so()
    {
        PayoutRule[] unknown = [.. ShippedHistory.Value.All.Where(rule => rule.Factor is PayoutFactor.Threshold { Recent: 1 })];

        Assert.Equal(5, unknown.Length);
        Assert.All(unknown, rule => Assert.Contains("1 is the most it can be", rule.Source, StringComparison.Ordinal));
    }

    [Fact]
    public void A_rule_is_read_with_all_its_members()
    {
        PayoutRule rule = Assert.Single(TournamentsFile.Load(Write(Good)).All);

        Assert.Equal(("a", Tournament.Classic, 650, StakingRegime.Legacy), (rule.Name, rule.Tournament, rule.FromRound.Value, rule.Regime));
        Assert.Equal([new ScoreMultiplier(ScoreName.Corr20, 0.5)], rule.Multipliers);
        Assert.Equal(new PayoutFactor.Threshold(new Nmr(72_000), 0.1), rule.Factor);
        Assert.Equal((0.05, 24, "somewhere"), (rule.Clip, rule.OverlappingRounds, rule.Source));
    }

    [Theory]
    [InlineData("\"clip\": 0.05", "\"clipp\": 0.05", ", line 5 at rules[0].clipp: 'clipp' is not known. Check its spelling, or take it out.")]
    [InlineData("\"clip\": 0.05, ", "", ", line 6 at rules[0]: 'clip' is missing. Add it.")]
    [InlineData("\"clip\": 0.05", "\"clip\": \"5 %\"", ", line 5 at rules[0].clip: the value is of the wrong kind. Write text in quotation marks and numbers without them.")]
    [InlineData("\"clip\": 0.05", "\"clip\": 0.05, \"clip\": 0.1", ", line 5 at rules[0].clip: the same member is there twice. Keep one of them.")]
    [InlineData("\"somewhere\"", "null", ", line 5 at rules[0].source: null is not allowed. Write a value.")]
    [InlineData("\"clip\": 0.05,", "\"clip\": 0.05;", ", line 5 at rules[0].clip: this is not JSON.")]
    [InlineData("\"clip\": 0.05", "\"clip\": 5", ", rule 1 (a), clip: the clip is a share of the stake: above 0, at most 1.")]
    [InlineData("650", "0", ", rule 1 (a), fromRound: the first round is at least 1.")]
    [InlineData("classic", "clasic", ", rule 1 (a), tournament: 'clasic' is no tournament. Write classic, signals or crypto.")]
    [InlineData("legacy", "v2", ", rule 1 (a), regime: 'v2' is no regime. Write legacy or atomic.")]
    [InlineData("\"corr20\": 0.5", "", ", rule 1 (a), multipliers: no score is paid. Write at least one, such as \"corr20\": 0.75.")]
    [InlineData("corr20", "v2_corr20", ", rule 1 (a), multipliers: 'v2_corr20' is no score. Write lower-case letters and digits, such as corr20.")]
    [InlineData("0.5", "1e300", ", rule 1 (a), multipliers: corr20 has a multiplier beyond 1000.")]
    [InlineData("\"overlappingRounds\": 24", "\"overlappingRounds\": 0", ", rule 1 (a), overlappingRounds: 1 to 1000 rounds are open at one time.")]
    [InlineData("somewhere", " ", ", rule 1 (a), source: say where the rule is known from.")]
    [InlineData(", \"recent\": 0.1", "", ", rule 1 (a), factor: write either fixed, or threshold and recent.")]
    [InlineData("\"recent\": 0.1", "\"recent\": 1.5", ", rule 1 (a), factor: the recent factor is above 0, at most 1.")]
    [InlineData("\"threshold\": 72000, \"recent\": 0.1", "\"fixed\": 0", ", rule 1 (a), factor: the fixed factor is above 0, at most 1000.")]
    public void What_is_wrong_is_said_with_its_place(string good, string bad, string sentence)
    {
        string path = Write(Good.Replace(good, bad, StringComparison.Ordinal));

        TournamentsFileException refused = Assert.Throws<TournamentsFileException>(() => TournamentsFile.Load(path));

        Assert.StartsWith(path + sentence, Assert.Single(refused.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once()
    {
        string rule = Good[Good.IndexOf('[', StringComparison.Ordinal)..Good.LastIndexOf(']')].TrimStart('[').Trim();
        string path = Write($$"""{ "rules": [ {{rule}}, {{rule.Replace("0.05", "2", StringComparison.Ordinal)}} ] }""");

        TournamentsFileException refused = Assert.Throws<TournamentsFileException>(() => TournamentsFile.Load(path));

        Assert.Equal(
            [
                $"{path}, rule 2 (a), clip: the clip is a share of the stake: above 0, at most 1.",
                $"{path}: 2 rules are called a. Give each its own name.",
                $"{path}: a and a both start at round 650. Only one rule can pay a round.",
            ],
            refused.Problems);
    }

    [Theory]
    [InlineData("{ \"rules\": [] }", ": there is no rule in it. Add at least one.")]
    [InlineData("null", " holds null. It needs an object with a list called rules.")]
    [InlineData("{}", ", line 1: 'rules' is missing. Add it.")]
    [InlineData("", ", line 1: this is not JSON.")]
    public void A_file_without_rules_is_refused(string json, string sentence)
    {
        string path = Write(json);

        Assert.StartsWith(path + sentence, Assert.Throws<TournamentsFileException>(() => TournamentsFile.Load(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_refused() =>
        Assert.StartsWith(PathOf("none.json") + " cannot be read:", Assert.Throws<TournamentsFileException>(() => TournamentsFile.Load(PathOf("none.json"))).Message, StringComparison.Ordinal);
}

using System.Globalization;
using GraphQL;
using StakeBot.Adapters.Paper.World;
using StakeBot.Core.Tournaments;
using StakeBot.NumeraiFake.Simulation;
using StakeBot.NumeraiFake.Wire;

namespace StakeBot.NumeraiFake.Answers;

/// <summary>Rounds with their payout rules.</summary>
internal static class RoundAnswers
{
    public static Node[] Of(FakeAccount account, IResolveFieldContext field)
    {
        Tournament tournament = (Tournament)field.GetArgument("tournament", (int)Tournament.Classic);
        RoundNumber newest = account.Books.Newest;
        RoundNumber latest = PaperCalendar.Opens(newest + 1) <= account.Now ? newest + 1 : newest;
        int? number = field.GetArgument<int?>("number");
        if (number == 0 && latest == newest)
            throw new RefusedException("Current round not open for submissions");
        string? status = field.GetArgument<object?>("status")?.ToString();
        IEnumerable<RoundNumber> rounds = number switch
        {
            0 => [latest],
            { } one => [new RoundNumber(one)],
            null => Enumerable.Range(0, latest - PaperWorld.FirstRound + 1).Select(back => latest - back),
        };
        return
        [
            .. rounds
                .Where(round => status is null || StatusOf(account, round) == status)
                .Take(field.GetArgument("limit", 100))
                .Select(round => Describe(account, tournament, round)),
        ];
    }

    private static string StatusOf(FakeAccount account, RoundNumber round) =>
        PaperCalendar.IsResolved(round, account.Books.Newest) ? "RESOLVED" : account.Now < PaperCalendar.Closes(round) ? "OPEN" : "RESOLVING";

    private static Node Describe(FakeAccount account, Tournament tournament, RoundNumber round)
    {
        PayoutRule rule = FakeRules.Of(tournament);
        bool scored = PaperCalendar.DaysScored(round, account.Books.Newest) > 0;
        bool resolved = PaperCalendar.IsResolved(round, account.Books.Newest);
        PayoutFactor.Threshold? threshold = rule.Factor as PayoutFactor.Threshold;
        return new Node
        {
            ["id"] = $"round-{(int)tournament}-{round}",
            ["number"] = round.Value,
            ["tournament"] = (int)tournament,
            ["openTime"] = Encoded.Time(PaperCalendar.Opens(round)),
            ["closeTime"] = Encoded.Time(PaperCalendar.Closes(round)),
            ["closeStakingTime"] = Encoded.Time(PaperCalendar.Closes(round)),
            ["scoreTime"] = Encoded.Time(PaperCalendar.Opens(round).AddDays(6)),
            ["resolveTime"] = Encoded.Time(PaperCalendar.Resolves(round)),
            ["resolvedGeneral"] = resolved,
            ["resolvedStaking"] = resolved,
            ["payoutFactor"] = scored ? rule.Factor.ForPricing.ToString("F18", CultureInfo.InvariantCulture) : null,
            ["stakeThreshold"] = threshold is null ? null : (double)threshold.Stake.Amount,
            ["roundScoreConfigs"] = Configs(rule, tournament, threshold),
        };
    }

    private static Node[] Configs(PayoutRule rule, Tournament tournament, PayoutFactor.Threshold? threshold) =>
    [
        .. rule.Multipliers.Select(part => Config(rule, part.Score.Value, part.Multiplier, threshold)),
        Config(rule, tournament == Tournament.Classic ? "v2_corr20" : "fnc_v4", 0, threshold),
    ];

    private static Node Config(PayoutRule rule, string name, double multiplier, PayoutFactor.Threshold? threshold) => new()
    {
        ["name"] = name switch
        {
            "corr60" => "correlation",
            "mmc60" => "meta_model_contribution",
            "mpc" => "meta_portfolio_contribution",
            _ => name,
        },
        ["displayName"] = name,
        ["isPayout"] = multiplier != 0,
        ["roundNumberStart"] = rule.FromRound.Value,
        ["roundNumberEnd"] = null,
        ["totalScoreDays"] = 60,
        ["returnsLagDays"] = 2,
        ["dataDelayDays"] = 2,
        ["defaultMultiplier"] = multiplier,
        ["clipThreshold"] = rule.Clip,
        ["stakeThreshold"] = threshold is null ? null : (double)threshold.Stake.Amount,
        ["payoutFactor"] = threshold is null ? 1.0 : null,
    };
}

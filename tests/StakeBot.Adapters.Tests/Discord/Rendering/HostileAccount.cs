using StakeBot.Core.Money;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;
using StakeBot.Testing;

namespace StakeBot.Adapters.Tests.Discord.Rendering;

/// <summary>An account whose models are named to break what they are shown in.</summary>
internal static class HostileAccount
{
    private const int Rounds = 80;
    private const int Overlap = 4;

    public static readonly IReadOnlyList<string> Names =
    [
        "@everyone <@1> <@&2> <#3>",
        "[win](https://evil.example/x)",
        "```js\n# heading",
        "**bold** __under__ ||spoiler||",
        "\u202Edlog \u2066x\uE000170\uE001",
        new string('W', 1000),
        "> quote\n- item\n1. one",
        "\"A\" \\",
        "模型模型模型模型模型模型模型模型模型模型",
        "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀",
    ];

    public static FakeNumerai Account() => new(
        new StakeSnapshot(
            "**evil** @here",
            Some.Moment,
            new Nmr(50),
            [
                new TournamentStakes(Tournament.Classic, StakingRegime.Atomic, Some.Round(84), Overlap, new Nmr(20), [.. Names.Select(Stake)]),
                new TournamentStakes(Tournament.Signals, StakingRegime.Legacy, Some.Round(84, Tournament.Signals), Overlap, Nmr.Zero, [Some.LegacyStake("<b>@everyone</b>", 15)]),
            ]),
        Some.Scores(Names, [.. Enumerable.Range(0, Rounds).Select(Row)], Tournament.Classic, "corr60"),
        Some.Scores(["<b>@everyone</b>"], [.. Enumerable.Range(0, Rounds).Select(t => new[] { 0.002 + (0.003 * Math.Cos(1.7 * t)) })], Tournament.Signals, "alpha"));

    private static Stake.Atomic Stake(string name) => new(Some.Model(name))
    {
        Setting = new StakeSetting(new Nmr(5), StakeMode.Compound, true),
        InRounds = new Nmr(5 * Overlap),
        OpenRounds = Overlap,
        OverlappingRounds = Overlap,
        PayoutPending = Nmr.Zero,
    };

    private static double[] Row(int t) => [.. Names.Select((_, i) => 0.004 + (0.001 * i) + ((0.02 + (0.01 * i)) * Math.Sin((0.4 + (0.13 * i)) * t + i)))];
}

using StakeBot.Core.Risk;
using StakeBot.Core.Tournaments;
using StakeBot.Testing;

namespace StakeBot.Core.Tests.Risk;

public sealed class WhatIfTests
{
    private const double Gap = double.NaN;
    private static readonly RoundWindow Four = new(4, StakingRegime.Legacy);

    [Fact]
    public void A_longer_history_of_others_pushes_no_own_model_out()
    {
        // 40 rounds, of which KESTREL has 30 and HERON 25: at least 24 are needed. KINGFISHER has all 40, which alone would make it 32.
        PricedTournament own = Made.Priced(Four, ("KESTREL", From(Wave(1), 10)), ("HERON", From(Wave(2), 15)));
        PricedTournament other = Made.Priced(Four, ("KINGFISHER", Wave(3)));

        FundHistory history = FundHistory.Of(WhatIf.With([own], [other]));

        Assert.Equal(["KESTREL", "HERON", "KINGFISHER"], history.Models.Select(model => model.Name));
        Assert.Equal([30, 25, 30], history.ObservedRounds);
        Assert.Equal(own.Returns.Column(1), FundHistory.Of([own]).Returns.Column(1));
    }

    [Fact]
    public void Of_twins_the_own_one_stands_for_both()
    {
        FundHistory history = FundHistory.Of(WhatIf.With([Made.Priced(Four, ("KESTREL", Wave(1)))], [Made.Priced(Four, ("SHADOW", Wave(1)))]));

        Assert.Equal("KESTREL", Assert.Single(history.Models).Name);
        Assert.Equal("KESTREL", Assert.Single(history.LeftOut).TwinOf?.Name);
    }

    [Fact]
    public void Another_tournament_comes_with_its_own_window()
    {
        PricedTournament own = Made.Priced(Four, ("KESTREL", Wave(1)));
        PricedTournament other = own with
        {
            Tournament = Tournament.Signals,
            Window = new RoundWindow(2, StakingRegime.Legacy),
            Returns = new ReturnMatrix(new RoundNumber(3), [Some.Model("TERN", Tournament.Signals)], Wave(4)),
        };

        IReadOnlyList<PricedTournament> all = WhatIf.With([own], [other]);

        Assert.Equal([4, 2], all.Select(priced => priced.Window.Rounds));
        // Rounds 3–42 of which the own history has 3–40: the two newest are not seen.
        Assert.Equal(38, all[1].Returns.Column(0).Count(r => !double.IsNaN(r)));
        Assert.Equal(2, all[1].Returns.Column(0).Reverse().TakeWhile(double.IsNaN).Count());
    }

    [Fact]
    public void A_fund_without_a_history_is_seen_with_all_rounds_of_others()
    {
        Assert.Equal(Wave(1), WhatIf.With([], [Made.Priced(Four, ("KINGFISHER", Wave(1)))])[0].Returns.Column(0));
    }

    private static double[] Wave(int phase) => [.. Enumerable.Range(0, 40).Select(t => 0.01 * Math.Sin((0.3 + 0.17 * phase) * t + phase) + 0.002 * phase)];

    private static double[] From(double[] returns, int first) => [.. returns.Select((r, t) => t < first ? Gap : r)];
}

using StakeBot.Core.Risk;
using StakeBot.Core.Risk.Estimation;
using StakeBot.Core.Tournaments;
using StakeBot.Testing;

namespace StakeBot.Core.Tests.Risk;

public sealed class FundHistoryTests
{
    private const double Gap = double.NaN;
    private static readonly RoundWindow Four = new(4, StakingRegime.Legacy);

    [Fact]
    public void Twins_share_a_column_and_it_is_said_who_is_whose()
    {
        double[] kestrel = Wave(1), heron = Wave(2);
        double[] shadow = [.. kestrel.Select((r, t) => r + (t % 7 == 0 ? 1e-5 : 0))];

        FundHistory history = FundHistory.Of([Made.Priced(Four, ("KESTREL", kestrel), ("HERON", heron), ("SHADOW", shadow))]);

        Assert.Equal(["KESTREL", "HERON"], history.Models.Select(model => model.Name));
        LeftOut twin = Assert.Single(history.LeftOut);
        Assert.Equal(("SHADOW", "KESTREL"), (twin.Model.Name, twin.TwinOf?.Name));
        Assert.StartsWith("a twin of KESTREL (correlation 1.0000", twin.Reason, StringComparison.Ordinal);
        Assert.Equal(0, history.ColumnOf(new ModelId("SHADOW")));
        Assert.Equal(1, history.ColumnOf(new ModelId("HERON")));
        Assert.Null(history.ColumnOf(new ModelId("NOBODY")));
    }

    [Fact]
    public void The_same_moves_at_another_level_are_no_twin()
    {
        double[] kestrel = Wave(1);
        FundHistory history = FundHistory.Of([Made.Priced(Four, ("KESTREL", kestrel), ("LUCKY", [.. kestrel.Select(r => r + 0.01)]))]);
        Assert.Empty(history.LeftOut);
    }

    [Fact]
    public void Twins_of_two_tournaments_stay_two()
    {
        PricedTournament classic = Made.Priced(Four, ("KESTREL", Wave(1)));
        PricedTournament signals = classic with
        {
            Tournament = Tournament.Signals,
            Returns = new ReturnMatrix(new RoundNumber(1), [Some.Model("TERN", Tournament.Signals)], Wave(1)),
        };
        Assert.Equal(2, FundHistory.Of([classic, signals]).Models.Count);
    }

    [Fact]
    public void A_history_that_is_too_short_is_left_out_with_its_count()
    {
        FundHistory history = FundHistory.Of([Made.Priced(Four, ("KESTREL", Wave(1)), ("CROW", From(Wave(2), 36)), ("WREN", From(Wave(3), 8)))]);

        Assert.Equal(["KESTREL", "WREN"], history.Models.Select(model => model.Name));
        LeftOut crow = Assert.Single(history.LeftOut);
        Assert.Equal("CROW", crow.Model.Name);
        Assert.StartsWith("4 resolved rounds of 40", crow.Reason, StringComparison.Ordinal);
        Assert.Null(crow.TwinOf);
        Assert.Null(history.ColumnOf(crow.Model.Id));
    }

    [Fact]
    public void Asked_to_join_it_brings_in_what_has_one_and_a_half_windows_and_names_it()
    {
        PricedTournament priced = Made.Priced(Four, ("KESTREL", Wave(1)), ("NEW", From(Wave(2), 34)), ("NEWER", From(Wave(3), 35)), ("HERON", Wave(4)));

        FundHistory apart = FundHistory.Of([priced]);
        FundHistory joint = FundHistory.Of([priced], shortHistories: ShortHistories.Join);

        Assert.Equal(["KESTREL", "HERON"], apart.Models.Select(model => model.Name));
        Assert.Empty(apart.Joined);
        Assert.Equal(["KESTREL", "NEW", "HERON"], joint.Models.Select(model => model.Name));
        Assert.Equal(("NEW", 6, 2), Assert.Single(joint.Joined) is var told ? (told.Model.Name, told.Rounds, told.Longer) : default);
        Assert.Equal("5 resolved rounds of 40; at least 6 are needed", Assert.Single(joint.LeftOut).Reason);
        Assert.Equal([40, 6, 40], joint.ObservedRounds);
        Assert.Equal(37, joint.Scenarios.OfModel(1).Length);
        Assert.True(double.IsNaN(joint.Returns[0, 1]) && double.IsFinite(joint.Completed[0, 1]));
    }

    [Fact]
    public void A_short_copy_of_a_long_model_is_its_twin()
    {
        FundHistory joint = FundHistory.Of(
            [Made.Priced(Four, ("KESTREL", Wave(1)), ("COPY", From(Wave(1), 30)), ("HERON", Wave(4)))], shortHistories: ShortHistories.Join);

        Assert.Equal("KESTREL", Assert.Single(joint.LeftOut).TwinOf?.Name);
        Assert.Empty(joint.Joined);
        Assert.Equal(0, joint.ColumnOf(new ModelId("COPY")));
    }

    [Fact]
    public void A_joined_model_counts_with_the_rounds_that_it_has()
    {
        PricedTournament priced = Made.Priced(Four, ("KESTREL", Wave(1)), ("NEW", From(Wave(2), 30)), ("HERON", Wave(4)));
        WindowMoments moments = WindowMoments.Of(FundHistory.Of([priced], shortHistories: ShortHistories.Join));

        Assert.Equal(4, moments.Windows[0] / moments.Windows[1], 1e-9);
        Assert.InRange(moments.EffectivePerModel[1], 1, 10);
    }

    [Fact]
    public void Gaps_are_filled_for_estimates_and_kept_for_the_record()
    {
        double[] gappy = [.. Wave(2).Select((r, t) => t is 7 or 20 or 21 ? Gap : r)];
        FundHistory history = FundHistory.Of([Made.Priced(Four, ("KESTREL", Wave(1)), ("HERON", gappy))]);

        Assert.True(double.IsNaN(history.Returns[20, 1]));
        Assert.Equal(Wave(2)[20], history.Completed[20, 1], 0.01);
        Assert.Equal(37, history.Scenarios.OfModel(1).Length);
        Assert.Equal(37, history.PerRound().Scenarios.OfModel(1).Length);
    }

    [Fact]
    public void Tournaments_stand_side_by_side_by_round_number()
    {
        PricedTournament classic = Made.Priced(Four, ("KESTREL", Wave(1)));
        PricedTournament signals = Made.Priced(new RoundWindow(2, StakingRegime.Atomic), ("TERN", Wave(2))) with
        {
            Tournament = Tournament.Signals,
            Returns = new ReturnMatrix(new RoundNumber(3), [Some.Model("TERN", Tournament.Signals)], Wave(2)),
        };

        FundHistory history = FundHistory.Of([classic, signals]);

        Assert.Equal((new RoundNumber(1), new RoundNumber(42), 42), (history.Returns.FirstRound, history.Returns.LastRound, history.Returns.RoundCount));
        Assert.Equal([Wave(1)[2], Wave(2)[0]], history.Returns.Row(2).ToArray());
        Assert.True(double.IsNaN(history.Returns[0, 1]) && double.IsNaN(history.Returns[41, 0]));
        Assert.Equal([4, 2], history.Windows.Select(window => window.Rounds));
        Assert.Equal((4, 10.5), (history.LongestWindow, history.IndependentWindows));
    }

    [Fact]
    public void Only_the_models_asked_for_are_looked_at()
    {
        PricedTournament priced = Made.Priced(Four, ("KESTREL", Wave(1)), ("HERON", Wave(2)), ("WREN", Wave(3)));
        FundHistory history = FundHistory.Of([priced], new HashSet<string>(["heron"], StringComparer.OrdinalIgnoreCase));
        Assert.Equal("HERON", Assert.Single(history.Models).Name);
        Assert.Empty(history.LeftOut);
    }

    [Fact]
    public void Two_windows_are_enough_and_one_round_less_is_not()
    {
        Assert.True(FundHistory.Of([Made.Priced(Four, ("KESTREL", Wave(1)[..8]))]).IsEnough);
        Assert.False(FundHistory.Of([Made.Priced(Four, ("KESTREL", Wave(1)[..7]))]).IsEnough);
        Assert.False(FundHistory.Of([Made.Priced(Four, ("KESTREL", [Gap]))]).IsEnough);
    }

    [Fact]
    public void Without_any_round_there_is_an_empty_history()
    {
        PricedTournament nothing = Made.Priced(Four, ("KESTREL", [])) with { Returns = new ReturnMatrix(default, [Some.Model()], []) };
        FundHistory history = FundHistory.Of([nothing]);
        Assert.False(history.IsEnough);
        Assert.Equal("KESTREL", Assert.Single(history.LeftOut).Model.Name);
    }

    [Fact]
    public void Round_by_round_every_window_is_a_single_round()
    {
        FundHistory perRound = FundHistory.Of([Made.Priced(Four, ("KESTREL", Wave(1)), ("HERON", Wave(2)))]).PerRound();
        Assert.All(perRound.Windows, window => Assert.Equal(RoundWindow.SingleRound, window));
        Assert.Equal(40, perRound.Scenarios.Count);
    }

    [Fact]
    public void The_twins_of_the_reference_scores_are_found()
    {
        FundHistory history = FundHistory.Of([SharedScores.Priced(SharedScores.Legacy)]);
        Assert.Equal(
            [("nb_hello_numerai", "nb_example_model"), ("v5_lgbm_ct_blend", "v5_example_preds")],
            history.LeftOut.Where(left => left.TwinOf is not null).Select(left => (left.Model.Name, left.TwinOf!.Name)).Order());
        Assert.Contains(history.Models, model => model.Name == "integration_test");
    }

    private static double[] Wave(int seed) => [.. Enumerable.Range(0, 40).Select(t => 0.01 * Math.Sin((0.3 + 0.4 * seed) * t + seed))];

    private static double[] From(double[] returns, int first) => [.. returns.Select((r, t) => t < first ? Gap : r)];
}

using StakeBot.Adapters.Files;
using StakeBot.Core.Accounting;
using StakeBot.Core.Money;
using StakeBot.Core.Risk;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Tests.Files;

public sealed class FileNumeraiTests
{
    private static ScorePanel Classic { get; } = Panel(Tournament.Classic, 1197);

    private static ScorePanel Signals { get; } = Panel(Tournament.Signals, 1195);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_stakes_each_model_has_one_NMR_under_the_rule_that_prices_it()
    {
        FileNumerai numerai = FileNumerai.WhatIf([Classic, Signals], panel => ShippedHistory.Value.Named(panel == Classic ? "classic-20-legacy" : "signals-60-legacy")!);

        StakeSnapshot snapshot = await numerai.ReadStakesAsync(Ct);

        Assert.Equal("what-if: 1.00 NMR in each model", snapshot.Account);
        Assert.Equal(new DateTimeOffset(2026, 2, 5, 0, 0, 0, TimeSpan.Zero), snapshot.TakenAt);
        Assert.Equal([(StakingRegime.Legacy, 24, 1197), (StakingRegime.Legacy, 64, 1195)], snapshot.Tournaments.Select(t => (t.Regime, t.OverlappingRounds, t.CurrentRound.Number.Value)));
        Assert.All(snapshot.Stakes, stake => Assert.Equal(new Nmr(1), Assert.IsType<Stake.Legacy>(stake).AtRisk));
        Assert.Equal((4m, 0m, 0m), (snapshot.Locked.Amount, snapshot.Idle.Amount, snapshot.Wallet.Amount));
    }

    [Fact]
    public async Task An_Atomic_rule_spreads_the_NMR_over_its_rounds()
    {
        StakeSnapshot snapshot = await FileNumerai.WhatIf([Classic], _ => ShippedHistory.Value.Named("classic-60-atomic")!).ReadStakesAsync(Ct);

        Stake.Atomic stake = Assert.IsType<Stake.Atomic>(snapshot.Tournaments[0].Stakes[0]);
        Assert.Equal((0.015625m, 1m, 64), (stake.Setting.PerRound.Amount, stake.InRounds.Amount, stake.OpenRounds));
        Assert.Equal(new Nmr(1), stake.Exposure);
    }

    [Fact]
    public async Task Scores_are_those_of_the_tournament_that_is_asked_for()
    {
        FileNumerai numerai = FileNumerai.WhatIf([Classic, Signals], _ => ShippedHistory.Value.All[0]);

        Assert.Same(Classic, await numerai.ReadScoresAsync(Tournament.Classic, Ct));
        Assert.Same(Signals, await numerai.ReadScoresAsync(Tournament.Signals, Ct));
        Assert.Null(await numerai.ReadScoresAsync(Tournament.Crypto, Ct));
    }

    [Fact]
    public async Task Stakes_are_those_that_were_read()
    {
        StakeSnapshot stakes = new("mine", new DateTimeOffset(2026, 2, 5, 0, 0, 0, TimeSpan.Zero), new Nmr(7), []);
        FileNumerai numerai = FileNumerai.WithStakes([Classic], stakes);

        Assert.Same(stakes, await numerai.ReadStakesAsync(Ct));
        Assert.Same(Ledger.Empty, await numerai.ReadLedgerAsync(Ct));
        Assert.Equal(await numerai.ReadVersionAsync(Ct), await numerai.ReadVersionAsync(Ct));
    }

    private static ScorePanel Panel(Tournament tournament, int newest) => new(
        tournament,
        [new RoundNumber(newest - 1), new RoundNumber(newest)],
        [FileModel.Of(tournament, "alice"), FileModel.Of(tournament, "bob")],
        [true, false],
        new Dictionary<ScoreName, double[]> { [ScoreName.Corr20] = [0.01, 0.02, 0.03, 0.04] });
}

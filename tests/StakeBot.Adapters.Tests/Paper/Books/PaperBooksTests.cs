using StakeBot.Adapters.Paper.Books;
using StakeBot.Adapters.Paper.World;
using StakeBot.Core.Money;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Tests.Paper.Books;

public sealed class PaperBooksTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 25)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Only_payouts_and_burns_change_what_there_is_to_the_last_digit(int seed)
    {
        PaperWorld world = new(PaperSeeds.Of((ulong)seed), PaperRoster.Models(PaperExamples.Signals.Factor.ForPricing));
        PaperBooks books = new(world, PaperRules.From(PaperExamples.History), AnyOpening(new NoiseStream((ulong)seed)));
        Nmr before = books.Describe().Equity;
        Nmr debt = Nmr.Zero;

        for (int turn = 0; turn < 260; turn++)
        {
            RoundEvents events = books.Turn();
            StakeSnapshot after = books.Describe();
            Nmr results = events.Resolved.Select(entry => entry.Change).Total;

            // A burn that is put off has been booked and is not taken yet.
            Assert.Equal(before + results + (books.BurnDebt - debt), after.Equity);
            Assert.True(after.Idle >= Nmr.Zero && books.BurnDebt >= Nmr.Zero);
            Assert.All(after.Stakes, stake => Assert.True(stake.Locked >= Nmr.Zero));
            (before, debt) = (after.Equity, books.BurnDebt);
        }
    }

    [Fact]
    public void The_keepers_acts_take_effect_in_the_round_after()
    {
        Opening opening = Opening.Default with
        {
            Acts = [new KeeperAct.Set(Opening.Default.FirstRound, "HERON", PaperExamples.Constant(2.5m))],
        };
        PaperBooks books = new(
            new PaperWorld(PaperSeeds.Of(1), PaperRoster.Models(0.25)), PaperRules.From(PaperExamples.History), opening);

        books.Turn();
        Nmr first = Heron(books).Locked;
        books.Turn();

        Assert.Equal(Opening.Default.Settings["HERON"].PerRound, first);
        Assert.Equal(first + new Nmr(2.5m), Heron(books).Locked);
    }

    private static Stake Heron(PaperBooks books) => books.Describe().Stakes.Single(stake => stake.Model.Name == "HERON");

    private static Opening AnyOpening(NoiseStream noise)
    {
        string[] classic = [.. Opening.Default.Settings.Keys];
        string[] signals = [.. Opening.Default.Stakes.Keys];
        return new Opening
        {
            FirstRound = Opening.Default.FirstRound,
            Wallet = Amount(noise, 0, 20),
            StrategyDeposit = Amount(noise, 1, 400),
            Settings = classic.Select((name, i) => (name, Setting: AnySetting(noise, 10 * (i + 1)))).ToDictionary(pair => pair.name, pair => pair.Setting),
            Stakes = signals.Select((name, i) => (name, Stake: new Nmr(10m) + Amount(noise, 200 + i, 50))).ToDictionary(pair => pair.name, pair => pair.Stake),
            Acts =
            [
                .. Enumerable.Range(0, 30).Select(i => new KeeperAct.Set(
                    AnyRound(noise, 300 + i), classic[(int)(noise.Uniform(400 + i) * classic.Length)], AnySetting(noise, 1000 + 10 * i))),
                new KeeperAct.Release(AnyRound(noise, 500), "GANNET", new Nmr(2.5m)),
                new KeeperAct.Release(AnyRound(noise, 501), "PETREL", new Nmr(1m)),
            ],
        };
    }

    private static RoundNumber AnyRound(NoiseStream noise, int index) => Opening.Default.FirstRound + (int)(noise.Uniform(index) * 250);

    private static StakeSetting AnySetting(NoiseStream noise, int index) => new(
        Amount(noise, index, 2),
        noise.Uniform(index + 1) < 0.5 ? StakeMode.Constant : StakeMode.Compound,
        Automation: noise.Uniform(index + 2) < 0.8);

    private static Nmr Amount(NoiseStream noise, int index, double most) => new Nmr(1m).Times(noise.Uniform(index) * most);
}

using StakeBot.Adapters.Files;
using StakeBot.Bot.Execution.Making;
using StakeBot.Bot.Execution.Policies;
using StakeBot.Bot.Funds;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Bot.Watching.Digests;
using StakeBot.Core.Accounting;
using StakeBot.Core.Money;
using StakeBot.Core.Proposals;
using StakeBot.Core.Risk;
using StakeBot.Core.Risk.Settling;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Benchmarks.Digests;

/// <summary>
/// Ten thousand funds over one reading of the public data: 5 to 40 models each, drawn from 150 of Classic (Atomic) and, every other fund, 50 of Signals
/// (Legacy); amounts, positions and limits of their own, and one of the shipped policies.
/// </summary>
internal sealed class ManyFunds
{
    public const int Count = 10_000;

    private const int ClassicModels = 150;
    private const int SignalsModels = 50;
    private const int LedgerRounds = 60;
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 7, 0, 0, TimeSpan.Zero);
    private static readonly PolicyBook Policies = PoliciesFolder.Load(Path.Combine(AppContext.BaseDirectory, "config", "policies"));

    private readonly SettlingMemory _settling = new();
    private readonly PricedTournament _classic;
    private readonly PricedTournament _signals;

    public ManyFunds()
    {
        PayoutHistory rules = TournamentsFile.Load(Path.Combine(AppContext.BaseDirectory, "config", "tournaments.json"));
        _classic = Priced(Tournament.Classic, ClassicModels, rules.Named("classic-60-atomic")!);
        _signals = Priced(Tournament.Signals, SignalsModels, rules.Named("signals-60-legacy")!);
    }

    /// <summary>The digest of one fund, by the way that a due one takes: everything but reading the account.</summary>
    public DigestReport Report(int number)
    {
        Random random = new(number);
        int models = 5 + random.Next(36);
        int signals = number % 2 == 0 ? 0 : Math.Min(SignalsModels, models / 3);
        PricedTournament[] priced = [Chosen(_classic, models - signals, random), .. signals == 0 ? (PricedTournament[])[] : [Chosen(_signals, signals, random)]];
        TournamentStakes[] stakes = [.. priced.Select(one => Stakes(one, random))];
        FundPolicy policy = new() { Name = Policies.All[number % Policies.All.Count].Name, ModelLimit = 0.01 + 0.03 * random.NextDouble() };
        StakeSnapshot snapshot = new($"fund {number}", Now, Amount(20 * random.NextDouble()), stakes);
        Fund fund = new(snapshot, LedgerOf(priced, random), priced, [], policy.Allocation(Policies).Limits) { Settling = _settling };
        DateTimeOffset since = Now.AddDays(-1);
        return new DigestReport(
            fund,
            policy,
            [.. fund.Ledger.Entries.Where(entry => entry.At > since && entry.At <= Now)],
            since,
            fund.Ledger.DrawdownOf(snapshot.Equity, Now.AddYears(-1)),
            PolicyDrift.Of(fund, policy.Allocation(Policies)),
            [],
            new JournalHead(number, new string('0', 64)),
            null);
    }

    private static PricedTournament Priced(Tournament tournament, int models, PayoutRule rule) => PricedTournament.Of(
        PublicScores.Panel(tournament, models, [.. rule.Multipliers.Select(part => part.Score)], seed: 20261123),
        new PricingRule.Chosen(rule, true, "today's rule"));

    private static PricedTournament Chosen(PricedTournament all, int models, Random random)
    {
        int[] drawn = [.. Enumerable.Range(0, all.Returns.ModelCount).OrderBy(_ => random.Next()).Take(models)];
        return all with { Returns = all.Returns.OfModels(drawn) };
    }

    private static TournamentStakes Stakes(PricedTournament priced, Random random)
    {
        bool isAtomic = priced.Rule.Regime == StakingRegime.Atomic;
        Round current = new(priced.Tournament, PublicScores.Newest, RoundState.Open, Now.AddHours(-18), Now.AddDays(1), Now.AddDays(90));
        return new TournamentStakes(
            priced.Tournament, priced.Rule.Regime, current, priced.Window.Rounds, isAtomic ? Amount(30 * random.NextDouble()) : Nmr.Zero,
            [.. priced.Returns.Models.Select<Model, Stake>(model => isAtomic ? InStrategy(model, random) : Running(model, random))]);
    }

    private static Stake.Atomic InStrategy(Model model, Random random)
    {
        decimal perRound = decimal.Round((decimal)(0.02 + random.NextDouble()), 4);
        OpenPosition[] positions = [.. OpenRounds().Select(round => new OpenPosition(round, new Nmr(decimal.Round(perRound * (decimal)(0.9 + 0.2 * random.NextDouble()), 6))))];
        return new Stake.Atomic(model)
        {
            Setting = new StakeSetting(new Nmr(perRound), StakeMode.Constant, Automation: true),
            InRounds = positions.Select(position => position.AtRisk).Total,
            OpenRounds = positions.Length,
            OverlappingRounds = PublicScores.Open,
            PayoutPending = Nmr.Zero,
            Positions = positions,
        };
    }

    private static Stake.Legacy Running(Model model, Random random)
    {
        Nmr staked = Amount(1 + 60 * random.NextDouble());
        return new Stake.Legacy(model) { Staked = staked, PayoutPending = Nmr.Zero, Positions = [.. OpenRounds().Select(round => new OpenPosition(round, staked))] };
    }

    private static IEnumerable<RoundNumber> OpenRounds() => Enumerable.Range(0, PublicScores.Open).Select(back => PublicScores.Newest - (PublicScores.Open - 1 - back));

    private static Ledger LedgerOf(PricedTournament[] priced, Random random) => new(
    [
        .. Enumerable.Range(0, LedgerRounds).Reverse().SelectMany(back => priced.SelectMany(one => one.Returns.Models.Select(model => new LedgerEntry(
            Now.AddDays(-1.4 * back).AddHours(-10),
            model,
            one.Returns.LastRound - back,
            random.Next(3) == 0 ? LedgerKind.Burn : LedgerKind.Payout,
            Amount(0.01 * random.NextDouble()),
            Amount(1))))),
    ]);

    private static Nmr Amount(double nmr) => new(decimal.Round((decimal)nmr, 6));
}

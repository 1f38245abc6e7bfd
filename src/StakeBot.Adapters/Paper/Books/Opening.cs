using StakeBot.Core.Money;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Paper.Books;

/// <summary>How the simulated account began, and what its keeper did since.</summary>
internal sealed record Opening
{
    /// <summary>The account's name.</summary>
    public const string AccountName = "Aviary";

    /// <summary>The account as everybody gets it: 200 rounds of history, so that what it holds at the start has grown by its own rules.</summary>
    public static Opening Default { get; } = new()
    {
        FirstRound = new RoundNumber(1205),
        Wallet = new Nmr(18.204m),
        StrategyDeposit = new Nmr(298m),
        Settings = new Dictionary<string, StakeSetting>
        {
            ["KESTREL"] = Compound(1m),
            ["HERON"] = Constant(1m),
            ["OSPREY"] = Constant(0.5m),
            ["WREN"] = Compound(0.4m),
            ["FINCH"] = Constant(0.5m),
            ["SWIFT"] = Constant(0.3m),
            ["PLOVER"] = Constant(0.35m),
            ["MERLIN"] = Constant(0.4m),
        },
        Stakes = new Dictionary<string, Nmr>
        {
            ["GANNET"] = new(45m),
            ["PETREL"] = new(32m),
            ["TERN"] = new(15m),
            ["CURLEW"] = new(20m),
        },
        Acts =
        [
            new KeeperAct.Set(new RoundNumber(1310), "KESTREL", Compound(1.5m)),
            new KeeperAct.Release(new RoundNumber(1367), "PETREL", new Nmr(6.5m)),
            new KeeperAct.Set(new RoundNumber(1372), "OSPREY", Constant(0.65m)),
        ],
    };

    /// <summary>The first round that is staked in.</summary>
    public required RoundNumber FirstRound { get; init; }

    public required Nmr Wallet { get; init; }

    /// <summary>NMR that was put into the Classic strategy before its first round.</summary>
    public required Nmr StrategyDeposit { get; init; }

    /// <summary>The first setting of each Classic model, by name.</summary>
    public required IReadOnlyDictionary<string, StakeSetting> Settings { get; init; }

    /// <summary>The first stake of each Signals model, by name.</summary>
    public required IReadOnlyDictionary<string, Nmr> Stakes { get; init; }

    public IReadOnlyList<KeeperAct> Acts { get; init; } = [];

    private static StakeSetting Constant(decimal perRound) => new(new Nmr(perRound), StakeMode.Constant, Automation: true);

    private static StakeSetting Compound(decimal perRound) => new(new Nmr(perRound), StakeMode.Compound, Automation: true);
}

using System.Diagnostics;
using StakeBot.Core.Money;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Paper.Books;

/// <summary>What the simulated account's keeper did in the past, after a round had taken its stakes.</summary>
internal abstract record KeeperAct(RoundNumber After, string Model)
{
    /// <summary>Changed the setting of a Classic model.</summary>
    public sealed record Set(RoundNumber After, string Model, StakeSetting Setting) : KeeperAct(After, Model);

    /// <summary>Asked NMR of a Signals model back.</summary>
    public sealed record Release(RoundNumber After, string Model, Nmr Amount) : KeeperAct(After, Model);

    public void Match(Action<Set> set, Action<Release> release)
    {
        switch (this)
        {
            case Set it:
                set(it);
                break;
            case Release it:
                release(it);
                break;
            default:
                throw new UnreachableException();
        }
    }
}

using StakeBot.Bot.Ports.Staking;
using StakeBot.Core.Money;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Paper.Diary;

/// <summary>One thing that was done to the simulated account. All of them in order are the account.</summary>
internal abstract record PaperAct
{
    private PaperAct()
    {
    }

    /// <summary>Rounds went by.</summary>
    public sealed record Advance(int Rounds) : PaperAct;

    /// <summary>It began anew.</summary>
    public sealed record Reset : PaperAct;

    /// <summary>A setting was entered.</summary>
    public sealed record Set(string Id, ModelId Model, StakeSetting Setting) : PaperAct;

    /// <summary>A running stake was changed.</summary>
    public sealed record Change(string Id, ModelId Model, StakeChangeKind Kind, Nmr Amount) : PaperAct;

    /// <summary>The id of a change; null for what is none.</summary>
    public string? ChangeId => this switch
    {
        Set set => set.Id,
        Change change => change.Id,
        _ => null,
    };
}

using StakeBot.Bot.Ports.Staking;
using StakeBot.Core.Money;

namespace StakeBot.NumeraiFake.Simulation;

/// <summary>A change that was taken and waits.</summary>
internal sealed record StakeRequest(string Id, StakeChangeKind Kind, Nmr Amount, DateTimeOffset At, DateTimeOffset? Due)
{
    public string Type => Kind == StakeChangeKind.Increase ? "increase" : "decrease";
}

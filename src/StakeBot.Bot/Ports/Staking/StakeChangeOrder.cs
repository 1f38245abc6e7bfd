using StakeBot.Core.Money;
using StakeBot.Core.Tournaments;

namespace StakeBot.Bot.Ports.Staking;

/// <summary>Which way a Legacy stake changes.</summary>
public enum StakeChangeKind
{
    /// <summary>NMR out of the wallet, held at once, counting from the next close.</summary>
    Increase,

    /// <summary>NMR asked back; it arrives when the newest round at risk has resolved.</summary>
    Decrease,
}

/// <summary>One change of one model's Legacy stake.</summary>
/// <param name="Model">The model.</param>
/// <param name="Kind">Which way.</param>
/// <param name="Amount">How much; above zero, at most 18 places.</param>
/// <param name="SendBefore">When it is too late to begin sending.</param>
public sealed record StakeChangeOrder(Model Model, StakeChangeKind Kind, Nmr Amount, DateTimeOffset SendBefore);

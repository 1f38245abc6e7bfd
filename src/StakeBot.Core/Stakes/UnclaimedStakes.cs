using StakeBot.Core.Money;
using StakeBot.Core.Tournaments;

namespace StakeBot.Core.Stakes;

/// <summary>
/// What a strategy has in resolved rounds that nobody has claimed yet: no longer at risk, and not to be staked or withdrawn before it is claimed.
/// </summary>
/// <param name="Staker">The address that was asked about, as <c>0x</c> and 40 hexadecimal digits.</param>
/// <param name="Amount">NMR that the claims bring, at least zero: the stake with what it gained and without what it burned.</param>
/// <param name="Count">How many claims, one a model and round; those whose amount is not told are not among them.</param>
/// <param name="Oldest">The oldest round among them; null without a claim, or where no round is told.</param>
public sealed record UnclaimedStakes(string Staker, Nmr Amount, int Count, RoundNumber? Oldest);

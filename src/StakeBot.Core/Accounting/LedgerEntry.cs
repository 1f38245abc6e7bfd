using StakeBot.Core.Money;
using StakeBot.Core.Tournaments;

namespace StakeBot.Core.Accounting;

/// <summary>What happened to NMR.</summary>
public enum LedgerKind
{
    /// <summary>A round was resolved with a gain.</summary>
    Payout,

    /// <summary>A round was resolved with a loss.</summary>
    Burn,
}

/// <summary>One fact about NMR that will not change any more.</summary>
/// <param name="At">When it became final, UTC.</param>
/// <param name="Model">The model it belongs to.</param>
/// <param name="Round">The round that caused it.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Amount">How much, at least zero: the kind carries the sign.</param>
/// <param name="AtRisk">The NMR that was at risk in that round.</param>
public sealed record LedgerEntry(DateTimeOffset At, Model Model, RoundNumber Round, LedgerKind Kind, Nmr Amount, Nmr AtRisk)
{
    /// <summary>The change of the account: a burn is negative.</summary>
    public Nmr Change => Kind == LedgerKind.Burn ? -Amount : Amount;
}

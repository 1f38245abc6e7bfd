using StakeBot.Core.Money;

namespace StakeBot.Adapters.Paper.Books;

/// <summary>
/// What a resolved Atomic position gives back, and the burns of its model that are put off after it. While it is claimed and staked again, a burn
/// becomes debt that later payouts of the same model pay off; the part that is not staked again pays the debt at once (numerai.md 2.5).
/// </summary>
/// <param name="Amount">NMR that is claimed.</param>
/// <param name="Debt">Burns put off; the NMR for them is still in <paramref name="Amount"/> or in other positions.</param>
internal readonly record struct Claim(Nmr Amount, Nmr Debt)
{
    /// <summary>The claim of a stake with a result (a burn is negative), before it is known whether it is staked again.</summary>
    public static Claim Of(Nmr stake, Nmr result, Nmr debt)
    {
        Nmr net = result - debt;
        return net >= Nmr.Zero ? new Claim(stake + net, Nmr.Zero) : new Claim(stake, -net);
    }

    /// <summary>The claim when no more than <paramref name="restaked"/> goes into the next round: what is left over pays debt.</summary>
    public Claim Realised(Nmr restaked)
    {
        Nmr leftOver = Nmr.Max(Nmr.Zero, Amount - restaked);
        Nmr paid = Nmr.Min(Debt, leftOver);
        return new Claim(Amount - paid, Debt - paid);
    }
}

namespace StakeBot.Core.Allocation;

/// <summary>How far an answer is from the conditions that an exact answer fulfils: checked on the answer itself, not on the way to it.</summary>
/// <param name="BudgetError">The largest |Σw − 1| over the corners.</param>
/// <param name="BoundViolation">The largest amount by which a weight is outside its bounds.</param>
/// <param name="KktResidual">
/// The largest relative violation of the optimality conditions over the corners. Variance: with g = Σw − λμ and γ the mean of g over the
/// free assets, max(|g_F − γ|, (γ − g_j)⁺ at lower bounds, (g_j − γ)⁺ at upper bounds) / max|g|.
/// </param>
public sealed record Certificate(double BudgetError, double BoundViolation, double KktResidual)
{
    /// <summary>What every answer must keep below.</summary>
    public const double Tolerance = 1e-10;

    /// <summary>Whether the answer may be shown.</summary>
    public bool Holds => BudgetError < Tolerance && BoundViolation < Tolerance && KktResidual < Tolerance;
}

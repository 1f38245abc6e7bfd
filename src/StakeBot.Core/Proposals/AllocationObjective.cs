namespace StakeBot.Core.Proposals;

/// <summary>What a policy looks for among the portfolios that its limits allow.</summary>
public enum AllocationObjective
{
    /// <summary>Every model brings the same part of the fund's deviation, as far as the caps allow (Maillard, Roncalli and Teiletche 2010). Needs no expected returns.</summary>
    RiskParity,

    /// <summary>The least deviation among portfolios that stake all that the caps allow. Needs no expected returns.</summary>
    MinRisk,

    /// <summary>The greatest expected return per deviation; what the caps leave over stays idle. Trusts the expected returns.</summary>
    BestRatio,

    /// <summary>The same on every model, as far as the caps allow. Needs no estimate at all.</summary>
    EqualWeight,

    /// <summary>What is staked now, cut to the caps.</summary>
    KeepPresent,
}

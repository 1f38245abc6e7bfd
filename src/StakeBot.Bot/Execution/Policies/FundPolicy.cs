using StakeBot.Core.Money;
using StakeBot.Core.Proposals;
using StakeBot.Core.Proposals.Planning;

namespace StakeBot.Bot.Execution.Policies;

/// <summary>What the owner has settled: a policy out of the book, what he changed of it, and how proposals are confirmed.</summary>
internal sealed record FundPolicy
{
    /// <summary>The policy of a fund whose owner has settled nothing.</summary>
    public static FundPolicy Initial { get; } = new();

    public long Version { get; init; } = 1;

    /// <summary>The policy out of the book.</summary>
    public string Name { get; init; } = PolicyBook.DefaultName;

    public double? ModelLimit { get; init; }

    public double? BurnBudget { get; init; }

    public double? Cap { get; init; }

    public double? TurnoverLimit { get; init; }

    public double? NoTradeBand { get; init; }

    /// <summary>How many different people have to confirm.</summary>
    public int Approvals { get; init; } = 1;

    /// <summary>How long a confirmed proposal can be stopped. The simulated account knows no grace.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a proposal that somebody asked for waits.</summary>
    public TimeSpan Expiry { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>NMR that stays in the wallet.</summary>
    public Nmr WalletFloor { get; init; }

    /// <summary>The share of the stake above which a tap is not enough (live only).</summary>
    public double StepUpAbove { get; init; } = 0.25;

    /// <summary>What of the fund has to burn in seven days to raise an alert, a share.</summary>
    public double AlertBurn { get; init; } = 0.02;

    /// <summary>How far below its peak of twelve months the fund has to be to raise an alert, a share.</summary>
    public double AlertDrawdown { get; init; } = 0.08;

    /// <summary>What was loosened and does not act yet.</summary>
    public IReadOnlyList<Loosening> Waiting { get; init; } = [];

    /// <summary>The policy with the owner's changes.</summary>
    /// <remarks>A name that is no longer in the book gives the default, which is the tightest.</remarks>
    public AllocationPolicy Allocation(PolicyBook book)
    {
        AllocationPolicy policy = book.Named(Name) ?? book.Default;
        return policy with
        {
            Limits = policy.Limits with { ModelLimit = ModelLimit ?? policy.Limits.ModelLimit, BurnBudget = BurnBudget ?? policy.Limits.BurnBudget },
            Cap = Cap ?? policy.Cap,
            TurnoverLimit = TurnoverLimit ?? policy.TurnoverLimit,
            NoTradeBand = NoTradeBand ?? policy.NoTradeBand,
        };
    }

    /// <summary>What a plan may do under it.</summary>
    public PlanLimits PlanLimits(PolicyBook book) => Core.Proposals.Planning.PlanLimits.Of(Allocation(book)) with { WalletFloor = WalletFloor };
}

/// <summary>A change that makes a limit looser: it waits, so that a hasty or stolen hand cannot undo the limits at once.</summary>
/// <param name="Setting">The setting's name.</param>
/// <param name="Value">The value as it was typed.</param>
/// <param name="At">When it acts.</param>
/// <param name="By">Who asked for it, for people.</param>
internal sealed record Loosening(string Setting, string Value, DateTimeOffset At, string By);

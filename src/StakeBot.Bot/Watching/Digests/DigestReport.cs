using StakeBot.Bot.Execution.Making;
using StakeBot.Bot.Execution.Policies;
using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.Funds;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Core.Accounting;
using StakeBot.Core.Money;

namespace StakeBot.Bot.Watching.Digests;

/// <summary>What a digest tells, before it is put into words.</summary>
/// <param name="Fund">The fund now.</param>
/// <param name="Policy">Its policy.</param>
/// <param name="Resolved">What rounds paid and burned that no digest before has told.</param>
/// <param name="Since">When that digest was; what was resolved earlier was published late.</param>
/// <param name="Drawdown">How far the fund is below its peak of twelve months, a share.</param>
/// <param name="Drift">The model that is furthest off the policy's target; null when there is no target.</param>
/// <param name="Live">The proposals that something can still happen to.</param>
/// <param name="Journal">Where the journal ends.</param>
/// <param name="Price">What one NMR costs in the reader's currency; null when that is not known, or not wanted.</param>
internal sealed record DigestReport(
    Fund Fund,
    FundPolicy Policy,
    IReadOnlyList<LedgerEntry> Resolved,
    DateTimeOffset Since,
    double Drawdown,
    PolicyDrift? Drift,
    IReadOnlyList<StoredProposal> Live,
    JournalHead Journal,
    MoneyPrice? Price)
{
    /// <summary>A limit counts as near from this part of it on.</summary>
    public const double Near = 0.9;

    /// <summary>What of the fund a day's result has to be to matter.</summary>
    private const double Matters = 0.001;

    /// <summary>What was published only after a digest that came after it was resolved.</summary>
    public IEnumerable<LedgerEntry> Late => Resolved.Where(entry => entry.At <= Since);

    public Nmr Net => Resolved.Select(entry => entry.Change).Total;

    public bool IsNearLimit =>
        Drawdown >= Near * Policy.AlertDrawdown
        || (Fund.Risk is { } risk && (risk.Broken.Any() || risk.Loss >= Near * risk.Policy.BurnBudget));

    /// <summary>Whether nothing of it asks for a reader's attention.</summary>
    public bool IsQuiet => !IsNearLimit && !Late.Any(entry => entry.Amount > Nmr.Zero) && Math.Abs(Net.ShareOf(Fund.Snapshot.Equity)) < Matters && !DigestTodo.Of(this).Any() && Fund.Snapshot.Notes.Count == 0;
}

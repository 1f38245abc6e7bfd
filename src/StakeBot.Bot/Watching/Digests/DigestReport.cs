using StakeBot.Bot.Execution.Making;
using StakeBot.Bot.Execution.Policies;
using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.Funds;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Core.Accounting;
using StakeBot.Core.Money;
using StakeBot.Core.Stakes;

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

    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    /// <summary>What was published only after a digest that came after it was resolved.</summary>
    public IEnumerable<LedgerEntry> Late => Resolved.Where(entry => entry.At <= Since);

    public Nmr Net => Resolved.Select(entry => entry.Change).Total;

    /// <summary>What burned in seven days.</summary>
    public Nmr BurnedInAWeek => Fund.Ledger.Entries
        .Where(entry => entry.Kind == LedgerKind.Burn && entry.At > Fund.Snapshot.TakenAt - Week && entry.At <= Fund.Snapshot.TakenAt)
        .Select(entry => entry.Amount).Total;

    public bool IsNearBurnAlert => BurnedInAWeek.ShareOf(Fund.Snapshot.Equity) >= Near * Policy.AlertBurn;

    /// <summary>Whether any limit is broken, or nearly.</summary>
    public bool IsNearLimit =>
        Drawdown >= Near * Policy.AlertDrawdown
        || IsNearBurnAlert
        || (Fund.Risk is { } risk && (risk.Checks.Any(check => check.Loss >= check.Limit.Times(Near)) || risk.Loss >= Near * risk.Policy.BurnBudget));

    /// <summary>The staked models of which no limit can be assessed, because their history says too little.</summary>
    public IReadOnlyList<Stake> Unassessed => Fund.Risk?.Unassessed ?? [.. Fund.Snapshot.Stakes.Where(stake => stake.Exposure > Nmr.Zero)];

    /// <summary>Whether no limit of any staked model can be assessed.</summary>
    public bool IsNothingAssessed => Unassessed.Count > 0 && (Fund.Risk is null or { Checks.Count: 0 });

    /// <summary>Whether nothing of it asks for a reader's attention. What can never be read of an account asks for nothing.</summary>
    public bool IsQuiet => !IsNearLimit
        && !Late.Any(entry => entry.Amount > Nmr.Zero)
        && Math.Abs(Net.ShareOf(Fund.Snapshot.Equity)) < Matters
        && !DigestTodo.Of(this).Any()
        && !Fund.Snapshot.Notes.Except(Fund.Snapshot.LastingNotes).Any();
}

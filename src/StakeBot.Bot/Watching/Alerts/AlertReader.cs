using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution.Policies;
using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.Funds;
using StakeBot.Bot.Linking;
using StakeBot.Bot.Ports;
using StakeBot.Bot.Ports.Secrets;
using StakeBot.Core.Accounting;
using StakeBot.Core.Money;
using StakeBot.Core.Proposals;
using StakeBot.Core.Risk;
using StakeBot.Core.Stakes;

namespace StakeBot.Bot.Watching.Alerts;

/// <summary>Looks at the account, its keys and its proposals for what the owner should know of.</summary>
internal sealed class AlertReader(
    INumerai numerai,
    FundReader funds,
    PolicyKeeper policies,
    ProposalBook book,
    ZoneAlerts zones,
    StaleData stale,
    TimeProvider time,
    KeyLinking? linking = null,
    IKeyCheck? keys = null)
{
    public const string Silent = "numerai-silent";
    public const string UnknownPrefix = "unknown:";
    public const string KeyPrefix = "key:";

    /// <summary>With a model's id behind it; alone it was once the key of all models together.</summary>
    public const string TwoPercent = "two-percent";

    private static readonly TimeSpan UnknownAfter = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan SilentAfter = TimeSpan.FromHours(1);
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    private DateTimeOffset _lastRead = time.GetUtcNow();

    public async Task<AlertReading> ReadAsync(CancellationToken ct)
    {
        List<AlertCondition> holding = [.. await UnknownsAsync(ct), .. await zones.ReadAsync(ct)];
        bool keysJudged = await AddKeysAsync(holding, ct);
        DateTimeOffset now = time.GetUtcNow();
        try
        {
            await numerai.RefreshAsync(ct);
            Fund fund = await funds.ReadAsync(ct);
            _lastRead = now;
            FundPolicy policy = await policies.CurrentAsync(ct);
            holding.AddRange([.. Burned(fund, policy), .. Drawdown(fund, policy), .. Limits(fund), .. Submissions(fund.Snapshot)]);
            AlertReading numeraiItself = await stale.ReadAsync(fund, ct);
            holding.AddRange(numeraiItself.Holding);
            return new AlertReading(holding, key => (keysJudged || !IsKey(key)) && numeraiItself.CanJudge(key));
        }
        catch (NumeraiUnavailableException unavailable)
        {
            // Read in the future: by a clock that was ahead.
            _lastRead = _lastRead < now ? _lastRead : now;
            bool isSilent = now - _lastRead >= SilentAfter;
            if (isSilent)
                holding.Add(new AlertCondition(Silent, $"The account could not be read since {ChatTime.Mark(_lastRead)}: {unavailable.Message} Figures and limits are that old."));
            return new AlertReading(holding, key => NeedsNoAccount(key) || (keysJudged && IsKey(key)));
        }
    }

    private static bool NeedsNoAccount(string key) =>
        key.StartsWith(UnknownPrefix, StringComparison.Ordinal) || key.StartsWith(ZoneAlerts.Prefix, StringComparison.Ordinal);

    private static bool IsKey(string key) => key.StartsWith(KeyPrefix, StringComparison.Ordinal);

    private async Task<IEnumerable<AlertCondition>> UnknownsAsync(CancellationToken ct) =>
        (await book.LiveAsync(ct))
            .Where(stored => stored.Proposal.State is ProposalState.Unknown or ProposalState.NeedsHuman
                && stored.Legs.Any(leg => leg.State is LegState.Unknown or LegState.NeedsHuman && (leg.SentAt ?? leg.OutcomeAt) is { } since && time.GetUtcNow() - since >= UnknownAfter))
            .Select(stored => new AlertCondition(
                $"{UnknownPrefix}{stored.Proposal.Id.Value}",
                $"{stored.Proposal.Code}: for more than 15 minutes it is not known whether Numerai took a change. It is not sent again; /proposals {stored.Proposal.Id.Value[..4]} shows what is known.",
                IsUrgent: true));

    // Numerai says nothing of a revoked key until it is used.
    private async Task<bool> AddKeysAsync(List<AlertCondition> holding, CancellationToken ct)
    {
        if (linking is null || keys is null)
            return true;
        try
        {
            foreach (LinkedKey linked in await linking.StatusAsync(ct))
            {
                if (await linking.KeyAsync(linked.Use, ct) is { } key && await keys.CheckAsync(key, ct) is null)
                    holding.Add(new AlertCondition($"{KeyPrefix}{linked.Use.Word}", $"Numerai takes the {linked.Use.Word} key {linked.Masked} no more: it was revoked or deleted there. Link another one: /link start."));
            }
            return true;
        }
        catch (Exception fault) when (fault is NumeraiUnavailableException or SecretsUnavailableException)
        {
            return false;
        }
    }

    private static IEnumerable<AlertCondition> Burned(Fund fund, FundPolicy policy)
    {
        DateTimeOffset since = fund.Snapshot.TakenAt - Week;
        Nmr burned = fund.Ledger.Entries.Where(entry => entry.Kind == LedgerKind.Burn && entry.At > since).Select(entry => entry.Amount).Total;
        double share = burned.ShareOf(fund.Snapshot.Equity);
        if (share > policy.AlertBurn)
            yield return new AlertCondition("burn", $"{Figures.Unit(burned)} burned in seven days = {Figures.Percent(share)} of the fund; the alert is set at {Figures.Percent(policy.AlertBurn)}.");
    }

    private static IEnumerable<AlertCondition> Drawdown(Fund fund, FundPolicy policy)
    {
        double drawdown = fund.Ledger.DrawdownOf(fund.Snapshot.Equity, fund.Snapshot.TakenAt.AddYears(-1));
        if (drawdown > policy.AlertDrawdown)
            yield return new AlertCondition("drawdown", $"The fund is {Figures.Percent(drawdown)} below its peak of twelve months, by payouts and burns; the alert is set at {Figures.Percent(policy.AlertDrawdown)}.");
    }

    private static IEnumerable<AlertCondition> Limits(Fund fund)
    {
        if (fund.Risk is not { } risk)
            yield break;
        foreach (ModelLimitCheck check in risk.Broken)
        {
            string mends = BrokenLimits.IsMendedBySettings(fund, check) ? "What is set already keeps it, once it acts in full." : "/propose shows what would mend it.";
            yield return new AlertCondition(
                $"{TwoPercent}:{check.Model.Id.Value}",
                $"The two-percent rule is broken by {PlainText.Name(check.Model.Name)}: {Figures.Percent(check.Loss.ShareOf(risk.Equity))} of the fund in a bad window ({Basis.Window(fund.History)}), an estimate. {mends}");
        }
        if (risk.IsOverBudget)
            yield return new AlertCondition("burn-budget", $"The burn budget is exceeded: {Figures.Percent(risk.Loss)} of {Figures.Percent(risk.Policy.BurnBudget)} in a bad window ({Basis.Window(fund.History)}), an estimate.");
    }

    private static IEnumerable<AlertCondition> Submissions(StakeSnapshot snapshot) => snapshot.Stakes
        .Where(stake => stake.MissedSubmissions > 0 && stake.Exposure > Nmr.Zero)
        .Select(stake => new AlertCondition(
            $"missed:{stake.Model.Id.Value}",
            $"{PlainText.Name(stake.Model.Name)} has missed {stake.MissedSubmissions} {(stake.MissedSubmissions == 1 ? "submission" : "submissions")} of late: nothing is staked on it in those rounds."));
}

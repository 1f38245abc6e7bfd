using StakeBot.Bot.Execution.Making;
using StakeBot.Bot.Execution.Policies;
using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.Funds;
using StakeBot.Bot.Ports;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Core.Accounting;

namespace StakeBot.Bot.Watching.Digests;

/// <summary>Reads everything that a digest tells. The account's own time counts: a simulated account has a simulated one.</summary>
internal sealed class DigestReading(FundReader funds, PolicyKeeper policies, ProposalBook book, IStakeStore store, PriceReading prices)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <param name="setting">Whose digest it is: what he was told already, and in which currency.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <exception cref="NumeraiUnavailableException">The account cannot be read.</exception>
    public async Task<DigestReport> ReadAsync(DigestSetting setting, CancellationToken ct)
    {
        Fund fund = await funds.ReadAsync(ct);
        FundPolicy policy = await policies.CurrentAsync(ct);
        DateTimeOffset now = fund.Snapshot.TakenAt;
        DateTimeOffset since = setting.ToldUpTo is { } told && told <= now ? told : now - Day;
        Func<LedgerEntry, bool> isNews = ToldRounds.News(setting.ToldAt(now), fund.Snapshot.Account, fund.Ledger, since);
        return new DigestReport(
            fund,
            policy,
            [.. fund.Ledger.Entries.Where(entry => entry.At <= now && isNews(entry))],
            since,
            fund.Ledger.DrawdownOf(fund.Snapshot.Equity, now.AddYears(-1)),
            PolicyDrift.Of(fund, policy.Allocation(policies.Book)),
            await book.LiveAsync(ct),
            await store.ReadJournalHeadAsync(ct),
            await prices.ReadAsync(setting.Currency, ct));
    }
}

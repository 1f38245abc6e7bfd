using System.Text;
using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.Watching.Digests;
using StakeBot.Core.Accounting;
using StakeBot.Core.Money;
using StakeBot.Core.Tournaments;
using StakeBot.Testing;

namespace StakeBot.Bot.Tests.Watching;

public sealed class ToldRoundsTests
{
    private const string Account = "Aviary";
    private const int RecordBytes = 4096;

    private static readonly DateTimeOffset Now = Some.Moment;

    [Theory]
    [InlineData(12)]
    [InlineData(100)]
    [InlineData(270)]
    public void Many_models_whose_rounds_differ_fit_into_a_record_and_nothing_is_news_twice(int models)
    {
        // Every model misses other rounds.
        Ledger ledger = LedgerOf(Enumerable.Range(0, models).SelectMany(m => Enumerable.Range(1, 60).Where(round => (round * 7 + m) % (3 + m % 5) != 0).Select(round => Entry($"M{m}", round))));

        ToldRounds? told = ToldRounds.Of(null, Account, ledger, Now);

        DigestSetting setting = new() { Person = "owner", Platform = "telegram", Chat = "123456789", IsOn = true, Told = told, ToldUpTo = Now };
        string body = RecordJson.Write(setting);
        Assert.InRange(Encoding.UTF8.GetByteCount(body), 1, RecordBytes - 1);
        ToldRounds? read = RecordJson.Read<DigestSetting>(body).Told;
        Assert.NotNull(read);
        Assert.Empty(NewsOf(read, Account, [.. ledger.Entries]));
    }

    [Fact]
    public void What_is_not_known_is_news_whenever_it_was_resolved_until_it_is_too_old()
    {
        ToldRounds? told = ToldRounds.Of(null, Account, LedgerOf([Entry("A", 100), Entry("B", 99), Entry("B", 100)]), Now);
        LedgerEntry late = Entry("A", 99), first = Entry("C", 61), old = Entry("A", 60), longest = Entry("A", 59) with { At = Now.AddHours(1) };

        LedgerEntry[] news = NewsOf(told, Account, Entry("A", 100), Entry("B", 99), late, first, old, longest);

        Assert.Equal([late, first, longest], news);
    }

    [Fact]
    public void What_was_told_once_stays_told_when_it_is_not_published_for_a_while()
    {
        ToldRounds? told = ToldRounds.Of(null, Account, LedgerOf([Entry("A", 99), Entry("A", 100)]), Now);
        told = ToldRounds.Of(told, Account, LedgerOf([Entry("A", 100)]), Now.AddDays(1));

        Assert.Empty(NewsOf(told, Account, Entry("A", 99), Entry("A", 100)));
    }

    [Fact]
    public void Another_account_has_no_late_rounds()
    {
        ToldRounds? told = ToldRounds.Of(null, Account, LedgerOf([Entry("A", 100)]), Now);
        LedgerEntry fresh = Entry("X", 101) with { At = Now.AddHours(1) };

        Assert.Equal([fresh], NewsOf(told, "Another", Entry("X", 99), fresh));
    }

    private static LedgerEntry[] NewsOf(ToldRounds? told, string account, params LedgerEntry[] entries) =>
        [.. entries.Where(ToldRounds.News(told, account, new Ledger(entries), Now))];

    private static Ledger LedgerOf(IEnumerable<LedgerEntry> entries) => new([.. entries]);

    private static LedgerEntry Entry(string model, int round) =>
        new(Now.AddDays(round - 200), Some.Model(model), new RoundNumber(round), LedgerKind.Burn, new Nmr(1), new Nmr(10));
}

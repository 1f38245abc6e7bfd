using System.Text;
using StakeBot.Adapters.Store.Chain;
using StakeBot.Bot.Ports.Storage;
using static StakeBot.Adapters.Tests.Store.SomeStored;

namespace StakeBot.Adapters.Tests.Store.Chain;

public sealed class StoreScanTests
{
    private static readonly JournalLine[] Journal = [.. Lines([new("proposal", "p1", 1, Sha256Hex.Of("{}"))], [], [new("proposal", "p1", 2, null)])];

    [Fact]
    public void A_journal_that_fits_has_its_end_and_no_problem() =>
        Assert.Equal(new ScanResult(Journal[2].Head, 0, null, JournalIsSound: true), StoreScan.Of(Journal, [], Journal[1].Head));

    [Fact]
    public void A_journal_that_lost_what_was_acknowledged_is_found_out() => Assert.Equal(
        "The journal ends at 2, but 3 records had been written.",
        StoreScan.Of(Journal[..2], [new StoredRecord("proposal", "p1", 1, "{}")], Journal[2].Head).Problem);

    [Fact]
    public void A_journal_that_has_another_record_than_the_acknowledged_one_is_found_out() => Assert.Equal(
        "Journal record 2 is another than the one that had been written.",
        StoreScan.Of(Journal, [], new ChainHead(2, new string('a', 64))).Problem);

    [Fact]
    public void A_version_that_was_left_out_is_found_out() => Assert.Equal(
        "The record proposal/p1 goes from version 1 to 3 in journal record 2.",
        StoreScan.Of(Lines([new("proposal", "p1", 1, Sha256Hex.Of("{}"))], [new("proposal", "p1", 3, null)]), [], ChainHead.Start).Problem);

    [Fact]
    public void A_line_that_holds_anything_else_is_found_out() => Assert.Equal(
        "Journal record 1 cannot be read.",
        StoreScan.Of([ChainHead.Start.Link(Encoding.UTF8.GetBytes("not json"))], [], ChainHead.Start).Problem);

    private static List<JournalLine> Lines(params WrittenRecord[][] transitions)
    {
        List<JournalLine> lines = [];
        ChainHead head = ChainHead.Start;
        foreach (WrittenRecord[] written in transitions)
        {
            lines.Add(head.Link(JournalContent.Write(head.Sequence + 1, Entry(), written)));
            head = lines[^1].Head;
        }
        return lines;
    }
}

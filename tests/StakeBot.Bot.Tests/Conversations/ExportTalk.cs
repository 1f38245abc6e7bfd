using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using StakeBot.Bot.Chat;

namespace StakeBot.Bot.Tests.Conversations;

public sealed class ExportTalk : IDisposable
{
    private readonly Desk _desk = new();

    private string Text => Encoding.UTF8.GetString(Assert.Single(_desk.Chat.Last.Documents).Bytes.Span);

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task The_journal_is_exported_with_its_hashes_and_the_reply_says_rows_and_sha256()
    {
        await _desk.Chat.Says("/propose");
        await _desk.Chat.Presses("Confirm");
        await _desk.Works();
        await _desk.Chat.Says("/export audit csv");

        string[] lines = Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("sequence,time,event,actor,subject,detail,previous_hash,hash", lines[0]);
        Assert.Contains(lines, line => line.Contains(",proposal-confirmed,web:scripted,", StringComparison.Ordinal));
        Document document = _desk.Chat.Last.Documents[0];
        _desk.Chat.Sees($"{lines.Length - 1} rows", $"SHA-256 {Convert.ToHexStringLower(SHA256.HashData(document.Bytes.Span))}", document.FileName);
        Assert.StartsWith("stakebot-audit-", document.FileName, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Proposals_are_exported_with_a_row_for_each_step()
    {
        await _desk.Chat.Says("/propose manual amounts:HERON=40");
        await _desk.Chat.Says("/export proposals json");
        using JsonDocument json = JsonDocument.Parse(Text);
        JsonElement step = Assert.Single(json.RootElement.EnumerateArray());
        Assert.Equal("HERON", step.GetProperty("model").GetString());
        Assert.Equal("40", step.GetProperty("to_nmr").GetString());
        Assert.Equal("Pending", step.GetProperty("state").GetString());
        Assert.EndsWith("Z", step.GetProperty("made").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stakes_and_ledger_are_exported_at_full_precision()
    {
        await _desk.Chat.Says("/export stakes");
        Assert.Contains(",HERON,", Text, StringComparison.Ordinal);
        await _desk.Chat.Says("/export ledger csv 2020-01-01 2020-01-31");
        _desk.Chat.SeesKind(ReplyKind.Answer).Sees("Ledger · 0 rows", "stakebot-ledger-2020-01-01-to-2020-01-31.csv");
        Assert.Equal("time,tournament,round,model,kind,change_nmr,at_risk_nmr\r\n", Text);
    }

    [Theory]
    [InlineData("/export ledger from:1.9.2026", "'1.9.2026' is no day", "from:2026-09-01")]
    [InlineData("/export ledger from:2026-02-30", "'2026-02-30' is no day", "from:2026-09-01")]
    [InlineData("/export ledger 2026-09-30 2026-09-01", "is after the last", "to:2026-09-30")]
    [InlineData("/export stakes from:2026-09-01", "as they are now", "/export stakes csv")]
    public async Task Days_that_are_none_are_refused_with_an_example(string typed, string seen, string example)
    {
        await _desk.Chat.Says(typed);
        _desk.Chat.SeesKind(ReplyKind.Refusal).Sees(seen, example, "Nothing was changed.");
        Assert.Empty(_desk.Chat.Last.Documents);
    }

    [Fact]
    public async Task Where_others_can_read_nothing_is_exported()
    {
        using Household house = new();
        await house.LetIn("telegram", "7001", "viewer", "Ben");
        await house.Chat.As("telegram", "7001").Says("/export audit");
        house.Chat.SeesKind(ReplyKind.Refusal).Sees("Others can read this conversation", "Nothing was changed.");
        Assert.Empty(house.Chat.Last.Documents);
    }
}

using System.Text;
using StakeBot.Adapters.Telegram.Rendering;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;
using StakeBot.Testing;
using StakeBot.Testing.Telegram;

namespace StakeBot.Adapters.Tests.Telegram.Rendering;

public sealed class RenderingTests
{
    private static readonly ChatAddress Where = new("telegram", "5001");

    private readonly TapSeal _seal = new(new RandomTapKeys());

    [Fact]
    public void The_headline_comes_first_in_bold_and_everything_is_escaped()
    {
        TelegramHtml read = TelegramHtml.Parse(Only(Text("<b>&amp;", "1 < 2 & 3 > 2")).Html);

        Assert.Equal("[PAPER] <b>&amp;\n1 < 2 & 3 > 2", read.Text);
        Assert.Equal(new HtmlEntity("bold", 0, "[PAPER] <b>&amp;".Length), Assert.Single(read.Entities));
    }

    [Fact]
    public void An_instant_is_shown_in_the_readers_zone_with_a_fall_back_in_UTC()
    {
        string html = Only(Text("T", $"Closes {ChatTime.Mark(Some.Moment)}.")).Html;

        Assert.Contains($"""Closes <tg-time unix="{Some.Moment.ToUnixTimeSeconds()}" format="wDt">Sat 21 Nov 2026 14:00 UTC</tg-time>.""", html, StringComparison.Ordinal);
        Assert.Contains("Sat 21 Nov 2026 14:00 UTC", TelegramHtml.Parse(html).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Marks_that_turn_the_direction_and_control_characters_are_left_out()
    {
        string text = TelegramHtml.Parse(Only(Text("a\u202Eb\u0007c\u2066d", "x\uD83Dy")).Html).Text;

        Assert.Equal("[PAPER] abcd\nx\uFFFDy", text);
    }

    [Fact]
    public void A_long_text_breaks_between_lines_and_never_inside_an_entity()
    {
        string[] lines = [.. Enumerable.Range(0, 400).Select(line => $"Line {line} & <{line}> {ChatTime.Mark(Some.Moment)}")];

        IReadOnlyList<MessagePart> parts = ReplyParts.Of(Text("Long", lines), null, Where, _seal);

        Assert.True(parts.Count > 3);
        Assert.All(parts, Sound);
        string[] shown = [.. parts.SelectMany(part => TelegramHtml.Parse(part.Html).Text.Split('\n'))];
        Assert.Equal(401, shown.Length);
        Assert.Equal("Line 399 & <399> Sat 21 Nov 2026 14:00 UTC", shown[^1]);
    }

    [Theory]
    [InlineData("&")]
    [InlineData("😀")]
    [InlineData("a b ")]
    public void One_endless_line_is_cut_into_messages_that_Telegram_takes(string piece)
    {
        string line = string.Concat(Enumerable.Repeat(piece, 9000));

        IReadOnlyList<MessagePart> parts = ReplyParts.Of(Text("Endless", line), null, Where, _seal);

        Assert.All(parts, Sound);
        Assert.Equal(
            $"[PAPER] Endless{line}".Replace(" ", "", StringComparison.Ordinal),
            string.Concat(parts.Select(part => TelegramHtml.Parse(part.Html).Text)).Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal));
    }

    [Fact]
    public void A_narrow_table_is_set_in_two_columns_and_a_wide_one_as_a_list()
    {
        DataTable narrow = new("Stakes", ["Model", "NMR"], [[Cell.Of("KESTREL"), Cell.Of(150)], [Cell.Of("HERON"), Cell.Of(20)]]);
        DataTable wide = new("Stakes", ["Model", "Staked NMR", "Bad window %"], [[Cell.Of("KESTREL"), Cell.Of(150), Cell.Of(2)]]);

        Assert.Contains("<pre>Model    NMR\nKESTREL  150\nHERON     20</pre>", Only(Text("T") with { Table = narrow, ShowTable = true }).Html, StringComparison.Ordinal);
        Assert.EndsWith("• KESTREL: Staked NMR 150 · Bad window % 2", Only(Text("T") with { Table = wide, ShowTable = true }).Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_that_nobody_reads_in_a_chat_is_a_file_at_full_precision()
    {
        DataTable table = new("Rows", ["Name", "Value"], [.. Enumerable.Range(0, 2000).Select(row => (IReadOnlyList<Cell>)[Cell.Of($"=row {row}"), new Cell("0.33", 1d / 3)])]);

        IReadOnlyList<MessagePart> parts = ReplyParts.Of(Text("T") with { Table = table, ShowTable = true }, null, Where, _seal);

        Assert.All(parts, Sound);
        string csv = Encoding.UTF8.GetString(parts[^1].Document!.Bytes.Span);
        Assert.Contains("'=row 1999,0.3333333333333333", csv, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_carries_a_short_text_with_the_alt_text_as_its_first_line()
    {
        MessagePart part = Only(Text("Title", "Line") with { Pictures = [new Picture("a.png", new byte[] { 1 }, "A chart of <b>")] });

        Assert.Equal("[PAPER] A chart of <b>\nTitle\nLine", TelegramHtml.Parse(part.Html).Text);
        Assert.Single(part.Pictures);
    }

    [Fact]
    public void A_long_text_follows_its_picture_and_has_the_buttons()
    {
        Reply reply = Text("Title", new string('x', 1100)) with { Pictures = [new Picture("a.png", new byte[] { 1 }, "A chart")], Buttons = [new Button("Run", "/run")] };

        IReadOnlyList<MessagePart> parts = ReplyParts.Of(reply, null, Where, _seal);

        Assert.Equal(["[PAPER] A chart"], parts.Take(1).Select(part => part.Html));
        Assert.Null(parts[0].Keyboard);
        Assert.NotNull(parts[1].Keyboard);
    }

    [Fact]
    public void Eleven_pictures_are_two_albums_within_what_Telegram_takes()
    {
        Picture[] pictures = [.. Enumerable.Range(0, 12).Select(number => new Picture($"{number}.png", new byte[] { (byte)number }, new string('ä', 2000)))];

        IReadOnlyList<MessagePart> parts = ReplyParts.Of(Text("Many") with { Pictures = pictures }, null, Where, _seal);

        Assert.Equal([10, 2, 0], parts.Select(part => part.Pictures.Count));
        Assert.All(parts, Sound);
    }

    [Fact]
    public void Buttons_fit_into_64_bytes_and_a_longer_command_is_written_out()
    {
        string longer = "/frontier models:" + string.Join(',', Enumerable.Repeat("KESTREL", 12));
        Reply reply = Text("T") with
        {
            Table = new DataTable("N", ["A"], [[Cell.Of("1")]]),
            Buttons = [new Button("Short", "/risk"), new Button("Longer", longer), new Button("Confirm", "/confirm") { Tap = new Tap('c', "7F3KQ2M8ZT4WA", 3) }],
        };

        MessagePart part = Assert.Single(ReplyParts.Of(reply, longer, Where, _seal));

        Sound(part);
        string[] data = [.. part.Keyboard!.InlineKeyboard.SelectMany(row => row).Select(key => key.CallbackData!)];
        Assert.Equal(["/risk", "~0", "#~0"], [data[0], data[1], data[3]]);
        Assert.Equal(new Tap('c', "7F3KQ2M8ZT4WA", 3), _seal.Open(data[2], Where));
        Assert.Contains($"<code>{longer}</code>", part.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_is_edited_stays_one_message_and_says_what_was_left_out()
    {
        MessagePart part = ReplyParts.Single(Text("Card", [.. Enumerable.Repeat(new string('x', 300), 30)]), Where, _seal, TextParts.MessageLength);

        Sound(part);
        Assert.EndsWith("… (shortened)", part.Html, StringComparison.Ordinal);
    }

    private MessagePart Only(Reply reply) => Assert.Single(ReplyParts.Of(reply, null, Where, _seal));

    private static Reply Text(string title, params string[] lines) => new() { Mode = ExecutionMode.Paper, Title = title, Lines = lines };

    internal static void Sound(MessagePart part)
    {
        foreach (string html in (IEnumerable<string>)[part.Html, .. part.Pictures.Select(one => one.Caption)])
        {
            TelegramHtml read = TelegramHtml.Parse(html);
            Assert.InRange(read.Text.Length, 1, part.Most - "\n(repeated)".Length);
            Assert.InRange(read.Entities.Count, 0, 100);
            Assert.InRange(Encoding.UTF8.GetByteCount(html), 1, 10_240);
        }
        foreach ((string label, string data) in (part.Keyboard?.InlineKeyboard ?? []).SelectMany(row => row).Select(key => (key.Text, key.CallbackData!)))
        {
            Assert.InRange(Encoding.UTF8.GetByteCount(data), 1, 64);
            Assert.NotEqual("", label);
        }
    }

}

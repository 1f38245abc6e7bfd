using System.Text;
using System.Text.Json.Nodes;
using StakeBot.Adapters.Discord.Rendering;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;

namespace StakeBot.Adapters.Tests.Discord.Rendering;

public sealed class RendererTests
{
    private static readonly ChatAddress Channel = new("discord", "77");
    private static readonly Tap Confirm = new('c', "7F3KQ2M8ZT4WA", 3);

    private readonly TapSeal _seal = new(new RandomTapKeys());
    private readonly DiscordRenderer _renderer;

    public RendererTests() => _renderer = new DiscordRenderer(_seal);

    [Fact]
    public void What_is_too_long_goes_whole_into_a_file_and_says_so()
    {
        Reply reply = Some() with { Lines = [.. Enumerable.Range(0, 400).Select(i => $"• MODEL_{i} 模型 {i}.00 NMR")] };

        foreach (RenderedMessage message in new[] { _renderer.Rich(reply, Channel), _renderer.Plain(reply, Channel) })
        {
            Assert.Empty(MessageLimits.Broken(message));
            string file = Encoding.UTF8.GetString(Assert.Single(message.Files).Bytes.Span);
            Assert.Contains("[PAPER] A title", file, StringComparison.Ordinal);
            Assert.Contains("MODEL_399", file, StringComparison.Ordinal);
            Assert.Contains(@"The whole answer is in the file answer.txt", message.Body.ToJsonString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_text_in_Japanese_stays_below_the_bytes_that_Discord_falls_over()
    {
        Reply reply = Some() with { Lines = [.. Enumerable.Range(0, 60).Select(_ => new string('漢', 55))] };

        Assert.Empty(MessageLimits.Broken(_renderer.Rich(reply, Channel)));
    }

    [Fact]
    public void A_table_is_a_line_a_row_because_phones_are_narrow()
    {
        DataTable table = new("Risk", ["Model", "Stake (NMR)", "Bad window"], [[Cell.Of("A_1"), Cell.Of("96.00"), Cell.Of("2.1 %")], [Cell.Of("B"), Cell.Of("8.00"), Cell.Of("")]]);

        Assert.Contains(@"• A\_1\: Stake \(NMR\) 96.00 · Bad window 2.1 %", Text(_renderer.Rich(Some() with { Table = table, ShowTable = true }, Channel)), StringComparison.Ordinal);
        Assert.DoesNotContain("Bad window", Text(_renderer.Rich(Some() with { Table = table }, Channel)), StringComparison.Ordinal);
    }

    [Fact]
    public void Buttons_carry_what_they_stand_for()
    {
        Reply reply = Some() with
        {
            Buttons =
            [
                new Button("Confirm", "/confirm 7F3K") { Tap = Confirm, Asks = "Type 25.60 to confirm" },
                new Button("Cancel", "/cancel 7F3K") { Tap = Confirm with { Operation = 'x' } },
                new Button("Show risk", "/risk"),
                new Button("Show risk again", "/risk"),
            ],
        };

        string[] ids = [.. ((JsonArray)_renderer.Rich(reply, Channel).Body["components"]![0]!["components"]![1]!["components"]!).Select(button => (string)button!["custom_id"]!)];

        var asking = Assert.IsType<ComponentId.Asking>(ComponentId.Parse(ids[0]));
        Assert.Equal(("/confirm 7F3K", "Type 25.60 to confirm"), (asking.Command, asking.Asks));
        Assert.Equal(Confirm, _seal.Open(asking.Data, Channel));
        Assert.Equal(Confirm with { Operation = 'x' }, _seal.Open(Assert.IsType<ComponentId.Sealed>(ComponentId.Parse(ids[1])).Data, Channel));
        Assert.Equal(new ComponentId.Plain(2, "/risk"), ComponentId.Parse(ids[2]));
        Assert.Equal(new ComponentId.Plain(3, "/risk"), ComponentId.Parse(ids[3]));
    }

    [Fact]
    public void A_button_whose_command_does_not_fit_can_be_typed()
    {
        Reply reply = Some() with { Buttons = [new Button("Why W", $"/risk model:{new string('W', 120)}")] };

        RenderedMessage message = _renderer.Rich(reply, Channel);

        Assert.Empty(MessageLimits.Broken(message));
        Assert.Contains(@"Why W\: type \/risk model\:WWW", Text(message), StringComparison.Ordinal);
    }

    [Fact]
    public void More_buttons_than_Discord_takes_are_said_to_be_typed()
    {
        Reply reply = Some() with { Buttons = [.. Enumerable.Range(0, 27).Select(i => new Button($"B{i}", $"/b{i}"))] };

        foreach (RenderedMessage message in new[] { _renderer.Rich(reply, Channel), _renderer.Plain(reply, Channel) })
        {
            Assert.Empty(MessageLimits.Broken(message));
            Assert.Contains(@"B26\: type \/b26", Text(message), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Pictures_have_their_alt_text_and_files_are_seen()
    {
        Reply reply = Some() with
        {
            Pictures = [new Picture("a.png", new byte[] { 1 }, "First."), new Picture("a.png", new byte[] { 2 }, new string('x', 1100))],
            Documents = [new Document("b.csv", "text/csv; charset=utf-8", new byte[] { 3 }), new Document("huge.csv", "text/csv", new byte[ReplyFiles.LargestFile + 1])],
        };

        RenderedMessage message = _renderer.Rich(reply, Channel);

        Assert.Empty(MessageLimits.Broken(message));
        Assert.Equal(["a.png", "1-a.png", "b.csv"], message.Files.Select(file => file.FileName));
        Assert.Contains("huge.csv is too large for Discord", Text(message), StringComparison.Ordinal);
        Assert.Empty(MessageLimits.Broken(_renderer.Plain(reply, Channel)));
    }

    private static Reply Some() => new() { Mode = ExecutionMode.Paper, Title = "A title", Lines = ["A line."] };

    private static string Text(RenderedMessage message) => FakeWire.TextOf(message.Body);
}

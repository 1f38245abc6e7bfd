using System.Text.Json.Nodes;
using StakeBot.Adapters.Discord.Rendering;
using StakeBot.Bot.Chat;

namespace StakeBot.Adapters.Tests.Discord.Interactions;

/// <summary>The second, deliberate step.</summary>
public sealed class FormTests : IDisposable
{
    private const string Message = """{"id":"55","components":[{"type":17,"components":[{"type":10,"content":"**\\[LIVE\\] Proposal P-7F3K**"},{"type":1,"components":[]}]}]}""";

    private readonly SurfaceUnderTest _discord = new();

    public void Dispose() => _discord.Dispose();

    [Fact]
    public async Task A_press_that_asks_for_an_amount_opens_a_form_and_nothing_else_happens()
    {
        await _discord.DoesAsync(SurfaceUnderTest.Press(Asking().Text, message: Message));

        Assert.Equal([9], _discord.Wire.Callbacks);
        Assert.Null(_discord.Heard());
        JsonNode form = _discord.Wire.Sent[0].Body!["data"]!;
        Assert.Equal("form|/confirm 7F3K", (string)form["custom_id"]!);
        Assert.Contains("Proposal P-7F3K", (string)form["components"]![0]!["content"]!, StringComparison.Ordinal);
        Assert.Equal("Type 25.60 to confirm", (string)form["components"]![1]!["label"]!);
        Assert.Equal(4, (int)form["components"]![1]!["component"]!["type"]!);
    }

    [Fact]
    public async Task What_is_typed_into_the_form_is_the_command_that_one_would_have_typed()
    {
        await _discord.DoesAsync(SurfaceUnderTest.Form("form|/confirm 7F3K", " 25.60 "));

        Assert.Equal([5], _discord.Wire.Callbacks);
        ChatMessage heard = _discord.Heard()!;
        Assert.Equal("/confirm 7F3K 25.60", heard.Text);
        Assert.Null(heard.Pressed);
    }

    [Fact]
    public async Task Quotes_in_a_form_cannot_break_out_of_the_word()
    {
        await _discord.DoesAsync(SurfaceUnderTest.Form("form|/confirm 7F3K", "25.60\" \"more words"));

        Assert.Equal("/confirm 7F3K \"25.60' 'more words\"", _discord.Heard()!.Text);
    }

    [Fact]
    public async Task A_forged_button_opens_no_form_but_is_refused_like_any_other()
    {
        string forged = Asking().Text.Replace("7F3KQ2M8ZT4WA", "7F3KQ2M8ZT4WB", StringComparison.Ordinal);

        await _discord.DoesAsync(SurfaceUnderTest.Press(forged, message: Message));

        Assert.Equal([6], _discord.Wire.Callbacks);
        ChatMessage heard = _discord.Heard()!;
        Assert.NotNull(heard.Pressed);
        Assert.Null(_discord.Seal.Open(heard.Text, heard.Address));
    }

    [Fact]
    public async Task A_form_that_is_not_ours_does_nothing()
    {
        await _discord.DoesAsync(SurfaceUnderTest.Form("something else", "25.60"));

        Assert.Empty(_discord.Wire.Sent);
        Assert.Null(_discord.Heard());
    }

    private ComponentId.Asking Asking() => new(
        _discord.Seal.Seal(new Tap('c', "7F3KQ2M8ZT4WA", 3), new ChatAddress("discord", SurfaceUnderTest.Channel)), "/confirm 7F3K", "Type 25.60 to confirm");
}

using StakeBot.Adapters.Discord.Rendering;
using StakeBot.Bot.Chat;

namespace StakeBot.Adapters.Tests.Discord.Interactions;

/// <summary>A slash command is the line that one would have typed.</summary>
public sealed class TypedLineTests : IDisposable
{
    private readonly SurfaceUnderTest _discord = new();

    public void Dispose() => _discord.Dispose();

    [Theory]
    [InlineData("[]", "/look")]
    [InlineData("""[{"name":"measure","type":3,"value":"cvar"},{"name":"data","type":5,"value":true}]""", "/look measure:cvar data")]
    [InlineData("""[{"name":"data","type":5,"value":false},{"name":"page","type":4,"value":3}]""", "/look page:3")]
    [InlineData("""[{"name":"models","type":3,"value":"KESTREL,HERON"}]""", "/look models:KESTREL,HERON")]
    [InlineData("""[{"name":"models","type":3,"value":"A B\" data C"}]""", "/look models:\"A B' data C\"")]
    [InlineData("""[{"name":"models","type":3,"value":"”x\n“"}]""", "/look models:\"'x\n'\"")]
    public async Task Options_become_words(string options, string line)
    {
        await _discord.DoesAsync(SurfaceUnderTest.Slash("look", options: options));

        Assert.Equal(line, _discord.Heard()!.Text);
    }

    [Fact]
    public async Task A_plain_button_is_its_command_and_gets_an_answer_of_its_own()
    {
        await _discord.DoesAsync(SurfaceUnderTest.Press(new ComponentId.Plain(12, "/look data").Text));

        ChatMessage heard = _discord.Heard()!;
        Assert.Equal("/look data", heard.Text);
        Assert.Null(heard.Pressed);
        Assert.Equal(("discord", "1", "Ana"), (heard.Sender.Platform, heard.Sender.Id, heard.Sender.DisplayName));
    }

    [Theory]
    [InlineData("""{"id":"1"}""")]
    [InlineData("""{"id":"1","application_id":"2","token":"t","type":2,"channel_id":"3","user":{"id":"4"}}""")]
    [InlineData("""{"id":1,"application_id":"2","token":"t","type":2,"channel_id":"3","user":{"id":"4"},"data":{}}""")]
    [InlineData("""{"id":"1","application_id":"2","token":"t","type":2,"channel_id":"3","user":{"id":"4"},"data":{}}""")]
    [InlineData("""{"id":"1","application_id":"2","token":"t","type":77,"channel_id":"3","user":{"id":"4"},"data":{}}""")]
    [InlineData("[]")]
    public async Task What_is_not_understood_is_noted_and_nothing_happens(string json)
    {
        await _discord.DoesAsync(json);

        Assert.Empty(_discord.Wire.Sent);
        Assert.Null(_discord.Heard());
    }
}

using System.Net.Http.Json;
using System.Text.Json;

namespace StakeBot.Adapters.Tests.Web;

public sealed class CommandListTests
{
    [Fact]
    public async Task The_page_learns_every_command_with_its_options()
    {
        await using RunningWebChat chat = await RunningWebChat.StartAsync(commands: SampleTalk.Commands);
        using WebVisitor visitor = await chat.EnterAsync();
        using HttpResponseMessage response = await visitor.GetAsync("/api/commands");
        JsonElement[] commands = [.. (await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).EnumerateArray()];
        Assert.Equal(["start", "status", "frontier", "risk", "slow"], commands.Select(one => one.GetProperty("name").GetString()));
        JsonElement frontier = commands[2];
        Assert.Equal("Draw the efficient frontier and where you stand", frontier.GetProperty("summary").GetString());
        Assert.Equal("/frontier measure:variance", frontier.GetProperty("example").GetString());
        JsonElement measure = frontier.GetProperty("options")[0];
        Assert.Equal("choice", measure.GetProperty("kind").GetString());
        Assert.Equal(["variance", "cvar", "cdar", "maxdrawdown"], measure.GetProperty("choices").EnumerateArray().Select(one => one.GetString()));
        Assert.Equal("cap:35%", frontier.GetProperty("options")[1].GetProperty("example").GetString());
    }
}

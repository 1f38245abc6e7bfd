using System.Text.Json.Nodes;
using StakeBot.Bot.Commands.Completion;

namespace StakeBot.Adapters.Tests.Discord.Interactions;

public sealed class SuggestionTests : IDisposable
{
    private const string Models = """[{"name":"data","type":5,"value":true},{"name":"models","type":3,"value":"HE","focused":true}]""";

    private readonly SurfaceUnderTest _discord = new();

    public void Dispose() => _discord.Dispose();

    [Fact]
    public async Task What_is_typed_is_passed_on_and_what_is_offered_is_shown()
    {
        CompletionRequest? asked = null;
        _discord.Offers = (request, _) =>
        {
            asked = request;
            return Offered(new Suggestion("HERON", "HERON (watched)"));
        };

        await _discord.DoesAsync(SurfaceUnderTest.Typing(Models));

        Assert.Equal(("look", "models", "HE", "1"), (asked!.Command, asked.Option, asked.Typed, asked.Who.Id));
        Assert.Equal([8], _discord.Wire.Callbacks);
        Assert.Equal("""[{"name":"HERON (watched)","value":"HERON"}]""", Choices().ToJsonString());
        Assert.Null(_discord.Heard());
    }

    [Fact]
    public async Task No_more_than_25_and_none_that_Discord_would_refuse()
    {
        _discord.Offers = (_, _) => Offered([new Suggestion(new string('a', 101), "long"), .. Enumerable.Range(0, 40).Select(i => new Suggestion($"m{i}", new string('x', 150)))]);

        await _discord.DoesAsync(SurfaceUnderTest.Typing(Models));

        Assert.Equal(25, Choices().Count);
        Assert.All(Choices(), choice =>
        {
            Assert.InRange(((string)choice!["name"]!).Length, 1, 100);
            Assert.InRange(((string)choice["value"]!).Length, 1, 100);
        });
    }

    [Fact]
    public async Task What_is_slow_offers_nothing_in_time()
    {
        TaskCompletionSource<IReadOnlyList<Suggestion>> never = new();
        _discord.Offers = (_, _) => never.Task;
        Task typing = _discord.DoesAsync(SurfaceUnderTest.Typing(Models));
        Assert.Empty(_discord.Wire.Sent);

        _discord.Time.Advance(TimeSpan.FromSeconds(2));
        await typing;

        Assert.Empty(Choices());
    }

    [Fact]
    public async Task Without_anything_that_is_being_typed_nothing_is_offered()
    {
        await _discord.DoesAsync(SurfaceUnderTest.Typing("[]"));

        Assert.Empty(Choices());
    }

    private JsonArray Choices() => (JsonArray)Assert.Single(_discord.Wire.Sent).Body!["data"]!["choices"]!;

    private static Task<IReadOnlyList<Suggestion>> Offered(params Suggestion[] suggestions) => Task.FromResult<IReadOnlyList<Suggestion>>(suggestions);
}

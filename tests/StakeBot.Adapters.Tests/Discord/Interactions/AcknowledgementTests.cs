using System.Net;
using System.Text.Json;
using StakeBot.Adapters.Discord.Rest;
using StakeBot.Bot.Chat;

namespace StakeBot.Adapters.Tests.Discord.Interactions;

/// <summary>No acknowledgement, no action.</summary>
public sealed class AcknowledgementTests : IDisposable
{
    private readonly SurfaceUnderTest _discord = new();

    public void Dispose() => _discord.Dispose();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_may_change_something_is_acknowledged_before_the_bot_hears_of_it()
    {
        TaskCompletionSource<JsonElement?> answer = new();
        _discord.Wire.Script = _ => answer.Task;

        Task doing = _discord.DoesAsync(SurfaceUnderTest.Slash("act"));
        Assert.Equal([5], _discord.Wire.Callbacks);
        Assert.Null(_discord.Heard());

        answer.SetResult(null);
        await doing;
        Assert.Equal("/act", _discord.Heard()!.Text);
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound, DiscordCode.UnknownInteraction)]
    [InlineData(HttpStatusCode.Forbidden, null)]
    public async Task An_acknowledgement_that_is_refused_means_that_nothing_happens(HttpStatusCode status, int? code)
    {
        _discord.Wire.Script = _ => throw FakeWire.Refused(status, code);

        await _discord.DoesAsync(SurfaceUnderTest.Slash("act"));
        await _discord.DoesAsync(SurfaceUnderTest.Press("1c:7F3KQ2M8ZT4WA:03:aaaaaaaaaaaaaaaaaaaaaa"));

        Assert.Null(_discord.Heard());
        Assert.Equal(0, _discord.Open.Count);
        Assert.Equal([5, 6], _discord.Wire.Callbacks);
    }

    [Fact]
    public async Task An_acknowledgement_without_an_answer_means_that_nothing_happens()
    {
        _discord.Wire.Script = _ => throw new DiscordUnavailableException("It did not answer within 2 s.");

        await _discord.DoesAsync(SurfaceUnderTest.Slash("act"));
        await _discord.DoesAsync(SurfaceUnderTest.Press("1c:7F3KQ2M8ZT4WA:03:aaaaaaaaaaaaaaaaaaaaaa"));

        Assert.Null(_discord.Heard());
        Assert.Equal(2, _discord.Wire.Sent.Count);
    }

    [Fact]
    public async Task Acknowledged_already_counts_as_acknowledged()
    {
        _discord.Wire.Script = request => request.Route.IsCallback ? throw FakeWire.Refused(HttpStatusCode.BadRequest, DiscordCode.AlreadyAcknowledged) : null;

        await _discord.DoesAsync(SurfaceUnderTest.Slash("act"));
        ChatMessage heard = _discord.Heard()!;
        await _discord.Chat.AnswerAsync(heard, SurfaceUnderTest.Reply(), Ct);

        Assert.Equal(["PATCH /webhooks/{application_id}/{interaction_token}/messages/@original"], _discord.Wire.Others);
    }

    [Fact]
    public async Task After_three_seconds_nothing_is_even_tried()
    {
        var late = new StakeBot.Adapters.Discord.Gateway.GatewayInteraction(JsonElement.Parse(SurfaceUnderTest.Slash("act")), _discord.Time.GetTimestamp());
        _discord.Time.Advance(TimeSpan.FromSeconds(3));

        await _discord.Pipeline.TakeAsync(late, Ct);

        Assert.Empty(_discord.Wire.Sent);
        Assert.Null(_discord.Heard());
    }

    [Fact]
    public async Task An_interaction_that_comes_twice_is_taken_once()
    {
        await _discord.DoesAsync(SurfaceUnderTest.Slash("act"));
        await _discord.DoesAsync(SurfaceUnderTest.Slash("act"));
        Assert.Equal([5], _discord.Wire.Callbacks);

        ChatMessage heard = _discord.Heard()!;
        await _discord.Chat.AnswerAsync(heard, SurfaceUnderTest.Reply("Once"), Ct);
        await _discord.DoesAsync(SurfaceUnderTest.Slash("act"));

        Assert.Null(_discord.Heard());
        Assert.Single(_discord.Wire.Others);
    }

    [Fact]
    public async Task An_interaction_that_another_process_took_is_dropped_and_its_answer_stays()
    {
        Assert.True(await _discord.Taken.TryTakeAsync("discord", $"{SurfaceUnderTest.Channel}/900", null, _discord.Time.GetUtcNow(), Ct));
        _discord.Wire.Script = request => request.Route.IsCallback ? throw FakeWire.Refused(HttpStatusCode.BadRequest, DiscordCode.AlreadyAcknowledged) : null;

        await _discord.DoesAsync(SurfaceUnderTest.Slash("act"));

        Assert.Null(_discord.Heard());
        Assert.Empty(_discord.Wire.Others);
    }

    [Fact]
    public async Task When_nothing_can_be_remembered_the_person_is_told_and_nothing_happens()
    {
        _discord.Taken.Broken = true;

        await _discord.DoesAsync(SurfaceUnderTest.Slash("look"));

        Assert.Null(_discord.Heard());
        Assert.Equal([4], _discord.Wire.Callbacks);
        Assert.Contains("Nothing was changed.", _discord.Wire.Texts, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_press_is_acknowledged_once_and_its_presser_alone_is_told()
    {
        string data = _discord.Seal.Seal(new Tap('c', "7F3KQ2M8ZT4WA", 3), new ChatAddress("discord", SurfaceUnderTest.Channel));
        await _discord.DoesAsync(SurfaceUnderTest.Press(data));
        ChatMessage press = _discord.Heard()!;
        Assert.Equal(data, press.Text);
        Assert.Equal(new MessageRef(press.Address, "55"), press.Pressed);

        Assert.True(await _discord.Chat.AcknowledgeAsync(press, Ct));
        await _discord.Chat.AnswerPressAsync(press, new TapAnswer("Already confirmed by Ana.", null), Ct);

        Assert.Equal([6], _discord.Wire.Callbacks);
        DiscordRequest told = _discord.Wire.Sent[1];
        Assert.Equal("/webhooks/{application_id}/{interaction_token}", told.Route.Template);
        Assert.Equal(64, (int)told.Body!["flags"]! & 64);
        Assert.Equal(0, _discord.Open.Count);
    }

    [Fact]
    public async Task A_press_without_anything_to_tell_leaves_the_message_alone()
    {
        await _discord.DoesAsync(SurfaceUnderTest.Press("1c:7F3KQ2M8ZT4WA:03:aaaaaaaaaaaaaaaaaaaaaa"));
        await _discord.Chat.AnswerPressAsync(_discord.Heard()!, new TapAnswer(null, null), Ct);

        Assert.Equal([6], _discord.Wire.Callbacks);
        Assert.Empty(_discord.Wire.Others);
    }

    [Fact]
    public async Task The_token_of_an_interaction_is_in_no_line_of_the_log()
    {
        _discord.Wire.Script = request => request.Route.IsCallback ? null : throw FakeWire.Refused(HttpStatusCode.NotFound, DiscordCode.UnknownWebhook);
        await _discord.DoesAsync(SurfaceUnderTest.Slash("act"));
        await _discord.Chat.AnswerAsync(_discord.Heard()!, SurfaceUnderTest.Reply(), Ct);
        _discord.Wire.Script = _ => throw new DiscordUnavailableException("No answer.");
        await _discord.DoesAsync(SurfaceUnderTest.Slash("act", id: "910"));
        await _discord.DoesAsync("""{"id":"911","token":"interaction-token-secret"}""");
        _discord.Wire.Script = _ => throw new InvalidOperationException("A bug.");
        await _discord.DoesAsync(SurfaceUnderTest.Slash("act", id: "912"));

        Assert.True(_discord.Log.Lines.Count >= 4);
        Assert.DoesNotContain(_discord.Log.Lines, line => line.Contains(SurfaceUnderTest.Token, StringComparison.Ordinal));
    }
}

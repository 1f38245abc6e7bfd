using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using StakeBot.Adapters.Discord.Rest;
using StakeBot.Bot.Chat;

namespace StakeBot.Adapters.Tests.Discord.Interactions;

public sealed class AnswerTests : IDisposable
{
    private const string Original = "PATCH /webhooks/{application_id}/{interaction_token}/messages/@original";
    private const string Post = "POST /channels/{channel_id}/messages";

    private readonly SurfaceUnderTest _discord = new();

    public void Dispose() => _discord.Dispose();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_read_is_answered_at_once_for_whoever_asked()
    {
        await _discord.DoesAsync(SurfaceUnderTest.Slash("look"));
        await _discord.Chat.AnswerAsync(_discord.Heard()!, SurfaceUnderTest.Reply("Efficient frontier"), Ct);

        Assert.Equal([4], _discord.Wire.Callbacks);
        JsonNode data = _discord.Wire.Sent[0].Body!["data"]!;
        Assert.Equal(64 | 32768, (int)data["flags"]!);
        Assert.Equal("{\"parse\":[]}", data["allowed_mentions"]!.ToJsonString());
        await _discord.PassesAsync(2);
        Assert.Single(_discord.Wire.Sent);
    }

    [Fact]
    public async Task What_takes_longer_is_said_after_1_2_seconds_and_put_into_that_place()
    {
        await _discord.DoesAsync(SurfaceUnderTest.Slash("look"));
        await _discord.PassesAsync(1.1);
        Assert.Empty(_discord.Wire.Sent);
        await _discord.PassesAsync(0.2);
        Assert.Equal([5], _discord.Wire.Callbacks);
        Assert.Equal(64, (int)_discord.Wire.Sent[0].Body!["data"]!["flags"]!);

        await _discord.Chat.AnswerAsync(_discord.Heard()!, SurfaceUnderTest.Reply(), Ct);
        Assert.Equal([Original], _discord.Wire.Others);
        Assert.Equal(32768, (int)_discord.Wire.Sent[1].Body!["flags"]!);
    }

    [Fact]
    public async Task An_answer_that_meets_the_deferral_on_its_way_waits_for_it_and_edits()
    {
        TaskCompletionSource<JsonElement?> deferral = new();
        _discord.Wire.Script = request => request.Route.IsCallback ? deferral.Task : null;
        await _discord.DoesAsync(SurfaceUnderTest.Slash("look"));
        await _discord.PassesAsync(1.3);

        Task answering = _discord.Chat.AnswerAsync(_discord.Heard()!, SurfaceUnderTest.Reply(), Ct);
        Assert.False(answering.IsCompleted);
        deferral.SetResult(null);
        await answering;

        Assert.Equal([5], _discord.Wire.Callbacks);
        Assert.Equal([Original], _discord.Wire.Others);
    }

    [Fact]
    public async Task A_deferral_that_failed_is_the_end_of_it()
    {
        _discord.Wire.Script = _ => throw FakeWire.Refused(HttpStatusCode.NotFound, DiscordCode.UnknownInteraction);
        await _discord.DoesAsync(SurfaceUnderTest.Slash("look"));
        await _discord.PassesAsync(1.3);

        Assert.Null(await _discord.Chat.AnswerAsync(_discord.Heard()!, SurfaceUnderTest.Reply() with { Card = "7F3KQ2M8ZT4WA" }, Ct));

        Assert.Single(_discord.Wire.Sent);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_only_read_is_shown_where_a_place_may_be_held_though_Discord_did_not_say_so(bool held)
    {
        _discord.Wire.Script = request => request.Route.IsCallback ? throw new DiscordUnavailableException("No answer within 2 s.")
            : held ? null : throw FakeWire.Refused(HttpStatusCode.NotFound, DiscordCode.UnknownWebhook);
        await _discord.DoesAsync(SurfaceUnderTest.Slash("look"));
        await _discord.PassesAsync(1.3);

        await _discord.Chat.AnswerAsync(_discord.Heard()!, SurfaceUnderTest.Reply(), Ct);

        Assert.Equal([5], _discord.Wire.Callbacks);
        Assert.Equal([Original], _discord.Wire.Others);
    }

    [Fact]
    public async Task In_a_private_conversation_answers_stay()
    {
        await _discord.DoesAsync(SurfaceUnderTest.Slash("look", isPrivate: true));
        ChatMessage heard = _discord.Heard()!;
        Assert.True(heard.IsPrivate);
        await _discord.Chat.AnswerAsync(heard, SurfaceUnderTest.Reply(), Ct);

        Assert.Equal(32768, (int)_discord.Wire.Sent[0].Body!["data"]!["flags"]!);
    }

    [Fact]
    public async Task What_everybody_should_see_is_for_everybody()
    {
        await _discord.DoesAsync(SurfaceUnderTest.Slash("tell"));
        await _discord.Chat.AnswerAsync(_discord.Heard()!, SurfaceUnderTest.Reply("PAUSED"), Ct);

        Assert.Null(_discord.Wire.Sent[0].Body!["data"]);
    }

    [Fact]
    public async Task A_picture_holds_its_place_first_and_comes_with_its_description()
    {
        await _discord.DoesAsync(SurfaceUnderTest.Slash("look"));
        Picture picture = new("frontier.png", new byte[] { 1, 2, 3 }, "A line that rises.");
        await _discord.Chat.AnswerAsync(_discord.Heard()!, SurfaceUnderTest.Reply() with { Pictures = [picture] }, Ct);

        Assert.Equal([5], _discord.Wire.Callbacks);
        DiscordRequest shown = _discord.Wire.Sent[1];
        Assert.Equal("frontier.png", Assert.Single(shown.Files).FileName);
        Assert.Equal("A line that rises.", (string)shown.Body!["attachments"]![0]!["description"]!);
    }

    [Fact]
    public async Task What_is_not_to_be_said_ends_without_a_word_and_without_a_failure()
    {
        await _discord.DoesAsync(SurfaceUnderTest.Slash("act"));
        await _discord.Chat.AnswerAsync(_discord.Heard()!, SurfaceUnderTest.Reply() with { Unsaid = true }, Ct);
        Assert.Equal(["DELETE /webhooks/{application_id}/{interaction_token}/messages/@original"], _discord.Wire.Others);

        await _discord.DoesAsync(SurfaceUnderTest.Slash("look", id: "905"));
        await _discord.Chat.AnswerAsync(_discord.Heard()!, SurfaceUnderTest.Reply() with { Unsaid = true }, Ct);
        await _discord.PassesAsync(2);
        Assert.Equal([5, 5], _discord.Wire.Callbacks);
        Assert.Equal(4, _discord.Wire.Sent.Count);
    }

    [Fact]
    public async Task A_proposal_is_a_message_of_its_own_with_a_nonce_and_the_asker_gets_a_pointer()
    {
        await _discord.DoesAsync(SurfaceUnderTest.Slash("make", isPrivate: true));
        Assert.Equal(64, (int)_discord.Wire.Sent[0].Body!["data"]!["flags"]!);
        MessageRef? where = await _discord.Chat.AnswerAsync(_discord.Heard()!, SurfaceUnderTest.Reply("Proposal P-7F3K") with { Card = "7F3KQ2M8ZT4WA" }, Ct);

        Assert.Equal([Post, Original], _discord.Wire.Others);
        Assert.InRange(_discord.Wire.Sent[1].Nonce!.Length, 16, 25);
        Assert.Equal(new ChatAddress("discord", SurfaceUnderTest.Channel), where!.Address);
        Assert.Contains($"https://discord.com/channels/@me/{SurfaceUnderTest.Channel}/{where.MessageId}", _discord.Wire.Texts, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_bot_may_not_write_a_proposal_is_shown_to_its_asker_with_what_can_be_typed()
    {
        _discord.Wire.Script = request => request.Route.Template == "/channels/{channel_id}/messages" ? throw FakeWire.Refused(HttpStatusCode.Forbidden, DiscordCode.MissingAccess) : null;
        await _discord.DoesAsync(SurfaceUnderTest.Slash("make"));
        Reply card = SurfaceUnderTest.Reply("Proposal P-7F3K") with { Card = "7F3KQ2M8ZT4WA", Buttons = [new Button("Confirm", "/confirm 7F3K 9f2c41ab") { Tap = new Tap('c', "7F3KQ2M8ZT4WA", 1) }] };

        Assert.Null(await _discord.Chat.AnswerAsync(_discord.Heard()!, card, Ct));

        Assert.Equal([Post, Original], _discord.Wire.Others);
        Assert.Contains(@"Confirm\: \/confirm 7F3K 9f2c41ab", _discord.Wire.Texts, StringComparison.Ordinal);
        Assert.DoesNotContain("custom_id", _discord.Wire.Sent[^1].Body!.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("look", "/users/@me/channels")]
    [InlineData("tell", "/channels/{channel_id}/messages")]
    public async Task After_fourteen_minutes_the_answer_goes_where_only_its_readers_read(string command, string last)
    {
        _discord.Wire.Script = request => request.Route.Path == "channels/1/messages" ? throw FakeWire.Refused(HttpStatusCode.NotFound, DiscordCode.UnknownChannel) : null;
        await _discord.DoesAsync(SurfaceUnderTest.Slash(command));
        await _discord.PassesAsync(2);
        await _discord.PassesAsync(14 * 60);

        await _discord.Chat.AnswerAsync(_discord.Heard()!, SurfaceUnderTest.Reply("Late"), Ct);

        Assert.DoesNotContain(Original, _discord.Wire.Others);
        Assert.Contains(_discord.Wire.Others, other => other.EndsWith(last, StringComparison.Ordinal));
        string into = _discord.Wire.Sent[^1].Route.Path;
        Assert.Equal(command == "tell", into == $"channels/{SurfaceUnderTest.Channel}/messages");
    }

    [Fact]
    public async Task A_message_that_Discord_does_not_like_is_shown_plain()
    {
        _discord.Wire.Script = request => request.Body!.ToJsonString().Contains("32768", StringComparison.Ordinal) || request.Body.ToJsonString().Contains("32832", StringComparison.Ordinal)
            ? throw FakeWire.Refused(HttpStatusCode.BadRequest, DiscordCode.InvalidForm)
            : null;
        await _discord.DoesAsync(SurfaceUnderTest.Slash("look"));
        await _discord.Chat.AnswerAsync(_discord.Heard()!, SurfaceUnderTest.Reply("Plain"), Ct);
        MessageRef? posted = await _discord.Chat.SendAsync(new ChatAddress("discord", "77"), SurfaceUnderTest.Reply("Plain too"), Ct);

        Assert.NotNull(posted);
        Assert.Equal([4, 4], _discord.Wire.Callbacks);
        Assert.NotNull(_discord.Wire.Sent[1].Body!["data"]!["embeds"]);
        Assert.NotNull(_discord.Wire.Sent[^1].Body!["embeds"]);
    }

    [Fact]
    public async Task A_message_to_a_person_opens_his_conversation_once()
    {
        _discord.Wire.Script = request => request.Route.Path == "channels/1/messages" ? throw FakeWire.Refused(HttpStatusCode.NotFound, DiscordCode.UnknownChannel)
            : request.Route.Template == "/users/@me/channels" ? Task.FromResult<JsonElement?>(JsonElement.Parse("""{"id":"661"}"""))
            : null;

        MessageRef? first = await _discord.Chat.SendAsync(new ChatAddress("discord", "1"), SurfaceUnderTest.Reply("An alert"), Ct);
        await _discord.Chat.SendAsync(new ChatAddress("discord", "1"), SurfaceUnderTest.Reply("Another"), Ct);

        Assert.Equal("661", first!.Address.Chat);
        Assert.Equal(["channels/1/messages", "users/@me/channels", "channels/661/messages", "channels/661/messages"], _discord.Wire.Sent.Select(request => request.Route.Path));
    }

    [Fact]
    public async Task A_conversation_that_is_gone_or_closed_is_told_as_gone_and_an_outage_as_an_outage()
    {
        _discord.Wire.Script = _ => throw FakeWire.Refused(HttpStatusCode.Forbidden, DiscordCode.CannotMessageUser);
        MessageRef message = new(new ChatAddress("discord", "77"), "5");
        Assert.Null(await _discord.Chat.SendAsync(message.Address, SurfaceUnderTest.Reply(), Ct));
        Assert.False(await _discord.Chat.EditAsync(message, SurfaceUnderTest.Reply(), Ct));
        Assert.False(await _discord.Chat.TryDeleteAsync(message, Ct));

        _discord.Wire.Script = _ => throw new DiscordUnavailableException("Discord asks to wait.") { RetryAfter = TimeSpan.FromSeconds(7) };
        ChatUnavailableException outage = await Assert.ThrowsAsync<ChatUnavailableException>(() => _discord.Chat.SendAsync(message.Address, SurfaceUnderTest.Reply(), Ct));
        Assert.Equal(TimeSpan.FromSeconds(7), outage.RetryAfter);
        await Assert.ThrowsAsync<ChatUnavailableException>(() => _discord.Chat.EditAsync(message, SurfaceUnderTest.Reply(), Ct));

        _discord.Wire.Script = _ => throw new DiscordFatalException("The token is not valid.");
        await Assert.ThrowsAsync<ChatUnavailableException>(() => _discord.Chat.SendAsync(message.Address, SurfaceUnderTest.Reply(), Ct));
    }

    [Fact]
    public async Task Nothing_is_kept_of_what_was_answered()
    {
        for (int i = 0; i < 100; i++)
        {
            await _discord.DoesAsync(SurfaceUnderTest.Slash("look", id: $"{1000 + i}"));
            await _discord.Chat.AnswerAsync(_discord.Heard()!, SurfaceUnderTest.Reply(), Ct);
        }
        Assert.Equal(0, _discord.Open.Count);

        await _discord.DoesAsync(SurfaceUnderTest.Slash("look", id: "2000"));
        await _discord.PassesAsync(3601);
        await _discord.DoesAsync(SurfaceUnderTest.Slash("look", id: "2001"));
        Assert.Null(_discord.Open.Find("2000"));
        Assert.Equal(1, _discord.Open.Count);
    }
}

using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using StakeBot.Adapters.Discord.Interactions;
using StakeBot.Adapters.Discord.Rendering;
using StakeBot.Adapters.Discord.Rest;
using StakeBot.Bot.Chat;

namespace StakeBot.Adapters.Discord;

/// <summary>
/// The way out to Discord. Answers go to whoever asked, for him alone in a server; what lives longer, such as a proposal, is a message of the bot's own in
/// the channel, because an answer cannot be edited after a quarter of an hour.
/// </summary>
internal sealed class DiscordChat(IDiscordWire wire, OpenInteractions open, DiscordRenderer renderer, ILogger<DiscordChat> logger) : IChat
{
    public const string Name = "discord";

    private const int NonceBytes = 16;

    private static readonly TimeSpan TooManyConversations = TimeSpan.FromMinutes(10);

    // A message may be addressed to a person: his private conversation has an id of its own.
    private readonly ConcurrentDictionary<string, string> _conversations = new();

    public string Platform => Name;

    public async Task<MessageRef?> SendAsync(ChatAddress address, Reply reply, CancellationToken ct)
    {
        string nonce = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(NonceBytes));
        try
        {
            try
            {
                return await PostAsync(address with { Chat = _conversations.GetValueOrDefault(address.Chat, address.Chat) }, reply, nonce, ct);
            }
            catch (DiscordRefusedException unknown) when (unknown.Code == DiscordCode.UnknownChannel && !_conversations.ContainsKey(address.Chat))
            {
                _conversations[address.Chat] = await ConversationWithAsync(address.Chat, ct);
                return await PostAsync(address with { Chat = _conversations[address.Chat] }, reply, nonce, ct);
            }
        }
        catch (DiscordRefusedException refused) when (refused.Code == DiscordCode.OpeningDmsTooFast)
        {
            throw new ChatUnavailableException(refused.Message, refused) { RetryAfter = TooManyConversations };
        }
        catch (DiscordRefusedException refused) when (IsGone(refused))
        {
            DiscordLog.ConversationGone(logger, refused.Message);
            return null;
        }
        catch (Exception outage) when (AsUnavailable(outage) is { } unavailable)
        {
            throw unavailable;
        }
    }

    public async Task<MessageRef?> AnswerAsync(ChatMessage question, Reply reply, CancellationToken ct)
    {
        if (!open.TryTake(question.MessageId, out InteractionResponse? response))
            return null;
        try
        {
            if (reply.Unsaid)
            {
                await response.StayUnsaidAsync(ct);
                return null;
            }
            if (await response.IsLostAsync())
                return null;
            if (reply.Card is not null)
                return await CardAsync(response, reply, ct);
            if (!await ShowAsync(response, reply, ct) && !await response.IsLostAsync())
                await SendAsync(response.ForOnePerson ? new ChatAddress(Name, question.Sender.Id) : question.Address, reply, ct);
            return null;
        }
        catch (Exception outage) when (AsUnavailable(outage) is { } unavailable)
        {
            throw unavailable;
        }
    }

    public async Task<bool> EditAsync(MessageRef message, Reply reply, CancellationToken ct)
    {
        try
        {
            await EitherAsync(reply, message.Address, rendered => new DiscordRequest(Routes.EditMessage(message.Address.Chat, message.MessageId), rendered.Body) { Files = rendered.Files }, ct);
            return true;
        }
        catch (DiscordRefusedException refused) when (IsGone(refused))
        {
            DiscordLog.ConversationGone(logger, refused.Message);
            return false;
        }
        catch (Exception outage) when (AsUnavailable(outage) is { } unavailable)
        {
            throw unavailable;
        }
    }

    public async Task<bool> TryDeleteAsync(MessageRef message, CancellationToken ct)
    {
        try
        {
            await wire.SendAsync(new DiscordRequest(Routes.DeleteMessage(message.Address.Chat, message.MessageId)), ct);
            return true;
        }
        catch (DiscordRefusedException)
        {
            return false;
        }
        catch (Exception outage) when (AsUnavailable(outage) is { } unavailable)
        {
            throw unavailable;
        }
    }

    // It was acknowledged when it came in, before the bot was asked.
    public async Task<bool> AcknowledgeAsync(ChatMessage press, CancellationToken ct) =>
        open.Find(press.MessageId) is { } response && await response.AcknowledgeAsync(ct);

    public async Task AnswerPressAsync(ChatMessage press, TapAnswer answer, CancellationToken ct)
    {
        if (!open.TryTake(press.MessageId, out InteractionResponse? response))
            return;
        try
        {
            if (answer.Toast is { } toast)
                await response.ShowAsync(DiscordRenderer.Sentence(Markdown.Escape(toast)), ct);
            if (answer.Reply is { } reply)
                await ShowAsync(response, reply, ct);
        }
        catch (Exception outage) when (AsUnavailable(outage) is { } unavailable)
        {
            throw unavailable;
        }
    }

    // Whoever waits sees "thinking" in the place where the answer will be.
    public Task ShowTypingAsync(ChatAddress address, CancellationToken ct) => Task.CompletedTask;

    private async Task<MessageRef?> CardAsync(InteractionResponse response, Reply reply, CancellationToken ct)
    {
        Interaction asked = response.Interaction;
        try
        {
            if (await SendAsync(asked.Address, reply, ct) is { } where)
            {
                await response.ShowAsync(
                    DiscordRenderer.Sentence($"It is a message of its own: https://discord.com/channels/{asked.Server ?? "@me"}/{asked.Address.Chat}/{where.MessageId}"), ct);
                return where;
            }
        }
        catch (ChatUnavailableException)
        {
            await response.ShowAsync(DiscordRenderer.Sentence("Discord does not take its message now. It is kept all the same: /proposals shows it."), ct);
            throw;
        }
        string[] why = ["I may not write in this channel, so it has no message with buttons here: give me the right to, or ask me in a private chat. What the buttons do can be typed:"];
        await ShowAsync(
            response,
            reply with { Card = null, Buttons = [], Lines = [.. reply.Lines, .. why, .. reply.Buttons.Select(button => $"• {button.Label}: {button.Command}")] },
            ct);
        return null;
    }

    private async Task<bool> ShowAsync(InteractionResponse response, Reply reply, CancellationToken ct)
    {
        try
        {
            return await response.ShowAsync(renderer.Rich(reply, response.Interaction.Address), ct);
        }
        catch (DiscordRefusedException refused) when (refused.Status == HttpStatusCode.BadRequest)
        {
            DiscordLog.ShownPlain(logger, refused.Message);
            return await response.ShowAsync(renderer.Plain(reply, response.Interaction.Address), ct);
        }
    }

    private async Task<MessageRef?> PostAsync(ChatAddress address, Reply reply, string nonce, CancellationToken ct)
    {
        JsonElement? posted = await EitherAsync(
            reply, address, rendered => new DiscordRequest(Routes.CreateMessage(address.Chat), rendered.Body) { Files = rendered.Files, Nonce = nonce }, ct);
        return posted is { } message ? new MessageRef(address, message.GetProperty("id").GetString()!) : null;
    }

    // Components of the second version are still young: what Discord refuses of them is shown plain.
    private async Task<JsonElement?> EitherAsync(Reply reply, ChatAddress address, Func<RenderedMessage, DiscordRequest> request, CancellationToken ct)
    {
        try
        {
            return await wire.SendAsync(request(renderer.Rich(reply, address)), ct);
        }
        catch (DiscordRefusedException refused) when (refused.Status == HttpStatusCode.BadRequest)
        {
            DiscordLog.ShownPlain(logger, refused.Message);
            return await wire.SendAsync(request(renderer.Plain(reply, address)), ct);
        }
    }

    private async Task<string> ConversationWithAsync(string person, CancellationToken ct)
    {
        JsonElement? opened;
        try
        {
            opened = await wire.SendAsync(new DiscordRequest(Routes.CreateDm, new JsonObject { ["recipient_id"] = person }), ct);
        }
        catch (DiscordRefusedException nobody) when (nobody.Status == HttpStatusCode.BadRequest)
        {
            throw new DiscordRefusedException(nobody.Message, HttpStatusCode.NotFound, nobody.Code);
        }
        return opened?.GetProperty("id").GetString() ?? throw new DiscordUnavailableException("Discord opened a private conversation without naming it.");
    }

    private static bool IsGone(DiscordRefusedException refused) => refused.Status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden;

    private static ChatUnavailableException? AsUnavailable(Exception outage) => outage switch
    {
        DiscordUnavailableException unavailable => new ChatUnavailableException(unavailable.Message, unavailable) { RetryAfter = unavailable.RetryAfter },
        DiscordFatalException fatal => new ChatUnavailableException(fatal.Message, fatal),
        _ => null,
    };
}

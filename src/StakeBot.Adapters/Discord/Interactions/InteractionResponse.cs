using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using StakeBot.Adapters.Discord.Rendering;
using StakeBot.Adapters.Discord.Rest;

namespace StakeBot.Adapters.Discord.Interactions;

/// <summary>
/// The way back to whoever did something. Discord takes one first response, within three seconds; whoever is second edits or follows up. Once the first
/// response was not taken, its sender saw a failure, and nothing more is shown or done.
/// </summary>
internal sealed class InteractionResponse(Interaction interaction, long receivedAt, IDiscordWire wire, TimeProvider time, DiscordMetrics metrics, ILogger logger)
{
    /// <summary>How long Discord waits for the first response.</summary>
    public static readonly TimeSpan FirstWithin = TimeSpan.FromSeconds(3);

    /// <summary>How long the token is used; Discord forgets it after 15 minutes.</summary>
    public static readonly TimeSpan TokenLives = TimeSpan.FromMinutes(14);

    private TaskCompletionSource<FirstResponse>? _first;

    public Interaction Interaction { get; } = interaction;

    /// <summary>Since it was received here: Discord's own clock and this machine's need not agree.</summary>
    public TimeSpan Age => time.GetElapsedTime(receivedAt);

    /// <summary>Whether the token can still be used.</summary>
    public bool IsFresh => Age < TokenLives;

    /// <summary>Whether the answer is for the sender alone.</summary>
    public required bool ForOnePerson { get; init; }

    /// <summary>Whether anything was tried as a first response.</summary>
    public bool IsBegun => Volatile.Read(ref _first) is not null;

    /// <summary>Says that an answer is being made.</summary>
    /// <returns>Whether the interaction is acknowledged now, by whomever.</returns>
    public Task<bool> DeferAsync(CancellationToken ct)
    {
        JsonObject callback = new() { ["type"] = (int)FirstResponse.Deferred };
        if (ForOnePerson)
            callback["data"] = new JsonObject { ["flags"] = RenderedMessage.EphemeralFlag };
        return RespondAsync(FirstResponse.Deferred, callback, ct);
    }

    /// <summary>Says that a press arrived; the message stays as it is.</summary>
    public Task<bool> AcknowledgeAsync(CancellationToken ct) =>
        RespondAsync(FirstResponse.Acknowledged, new JsonObject { ["type"] = (int)FirstResponse.Acknowledged }, ct);

    /// <summary>Asks for a line.</summary>
    public Task<bool> AskAsync(JsonObject form, CancellationToken ct) =>
        RespondAsync(FirstResponse.Form, new JsonObject { ["type"] = (int)FirstResponse.Form, ["data"] = form }, ct);

    /// <summary>Offers values.</summary>
    public Task<bool> SuggestAsync(JsonArray choices, CancellationToken ct) =>
        RespondAsync(FirstResponse.Suggestions, new JsonObject { ["type"] = (int)FirstResponse.Suggestions, ["data"] = new JsonObject { ["choices"] = choices } }, ct);

    /// <summary>Shows a message to whoever waits for it: as the first response, in the place that was held for it, or behind what is there.</summary>
    /// <returns>Whether it is shown; when not, and the interaction was not lost, it may be shown elsewhere (<see cref="IsLostAsync"/>).</returns>
    /// <exception cref="DiscordRefusedException">Discord does not take this message; another one may be tried.</exception>
    /// <exception cref="DiscordUnavailableException">There is no answer now.</exception>
    public async Task<bool> ShowAsync(RenderedMessage message, CancellationToken ct)
    {
        // A file may take longer than Discord waits: the place is held first.
        if (message.Files.Count > 0 && !IsBegun)
            await DeferAsync(ct);
        if (!IsBegun && await ShowFirstAsync(message, ct))
            return true;
        if (!IsFresh)
            return false;
        RenderedMessage behind = ForOnePerson ? message.ForOnePerson() : message;
        switch (await FirstAsync())
        {
            case FirstResponse.Doubtful:
                // Perhaps a place is held, perhaps its sender saw a failure: then there is nothing to edit.
                bool held = await TryAsync(Routes.EditOriginal(Interaction.Application, Interaction.Token), message, ct);
                Volatile.Write(ref _first, Done(held ? FirstResponse.Message : FirstResponse.Lost));
                return held;
            case FirstResponse.Deferred:
                bool shown = await TryAsync(Routes.EditOriginal(Interaction.Application, Interaction.Token), message, ct);
                // The place is taken: what comes next goes behind it.
                Volatile.Write(ref _first, Done(FirstResponse.Message));
                return shown;
            case FirstResponse.Acknowledged or FirstResponse.Message or FirstResponse.Form:
                return await TryAsync(Routes.FollowUp(Interaction.Application, Interaction.Token), behind, ct);
            default:
                return false;
        }
    }

    /// <summary>Ends it without a word: whoever is not answered at all sees a failure, so the sign that an answer is being made comes and goes.</summary>
    public async Task StayUnsaidAsync(CancellationToken ct)
    {
        if (!IsBegun)
            await DeferAsync(ct);
        if (IsFresh && await FirstAsync() == FirstResponse.Deferred)
            await wire.SendAsync(new DiscordRequest(Routes.DeleteOriginal(Interaction.Application, Interaction.Token)), ct);
    }

    /// <summary>Nothing is to be begun any more.</summary>
    public void Close() => Interlocked.CompareExchange(ref _first, Done(FirstResponse.None), null);

    /// <summary>Whether Discord did not take the first response: its sender saw a failure.</summary>
    public async Task<bool> IsLostAsync() => await FirstAsync() == FirstResponse.Lost;

    private async Task<bool> ShowFirstAsync(RenderedMessage message, CancellationToken ct)
    {
        RenderedMessage shown = ForOnePerson ? message.ForOnePerson() : message;
        var callback = new JsonObject { ["type"] = (int)FirstResponse.Message, ["data"] = shown.Body.DeepClone() };
        return await TryBeginAsync(FirstResponse.Message, callback, ct) == Begun.Taken;
    }

    private async Task<bool> RespondAsync(FirstResponse response, JsonObject callback, CancellationToken ct) =>
        await TryBeginAsync(response, callback, ct) == Begun.Taken || await FirstAsync() >= FirstResponse.None;

    private async Task<Begun> TryBeginAsync(FirstResponse response, JsonObject callback, CancellationToken ct)
    {
        TaskCompletionSource<FirstResponse> mine = new(TaskCreationOptions.RunContinuationsAsynchronously);
        if (Interlocked.CompareExchange(ref _first, mine, null) is not null)
            return Begun.ByAnother;
        FirstResponse became = FirstResponse.Lost;
        try
        {
            became = await SendFirstAsync(response, callback, ct);
            return became < FirstResponse.None ? Begun.Lost : Begun.Taken;
        }
        catch (DiscordRefusedException refused) when (refused.Status == HttpStatusCode.BadRequest)
        {
            // A message that Discord does not like leaves the interaction open for another one.
            Volatile.Write(ref _first, null);
            throw;
        }
        finally
        {
            mine.SetResult(became);
        }
    }

    private async Task<FirstResponse> SendFirstAsync(FirstResponse response, JsonObject callback, CancellationToken ct)
    {
        if (Age >= FirstWithin)
            return Lost("Discord waits three seconds, and they are over.", null);
        try
        {
            await wire.SendAsync(new DiscordRequest(Routes.InteractionCallback(Interaction.Id, Interaction.Token), callback), ct);
            metrics.Responded(Age);
            return response;
        }
        catch (DiscordRefusedException refused) when (refused.Code == DiscordCode.AlreadyAcknowledged)
        {
            // Delivered twice, or answered before this process began: it is acknowledged.
            return response;
        }
        catch (DiscordRefusedException refused) when (refused.Status != HttpStatusCode.BadRequest)
        {
            return Lost(refused.Message, refused.Code);
        }
        catch (DiscordUnavailableException unavailable)
        {
            Lost(unavailable.Message, null);
            return FirstResponse.Doubtful;
        }
    }

    private FirstResponse Lost(string reason, int? code)
    {
        metrics.Lost(code);
        DiscordLog.NotAcknowledged(logger, Interaction.Id, reason);
        return FirstResponse.Lost;
    }

    private async Task<bool> TryAsync(Route route, RenderedMessage message, CancellationToken ct)
    {
        try
        {
            await wire.SendAsync(new DiscordRequest(route, message.Body.DeepClone()) { Files = message.Files }, ct);
            return true;
        }
        catch (DiscordRefusedException refused) when (refused.Status is HttpStatusCode.NotFound or HttpStatusCode.Unauthorized)
        {
            DiscordLog.AnswerLost(logger, Interaction.Id, refused.Message);
            return false;
        }
    }

    private async Task<FirstResponse> FirstAsync() =>
        Volatile.Read(ref _first) is { } first ? await first.Task : FirstResponse.None;

    private static TaskCompletionSource<FirstResponse> Done(FirstResponse response)
    {
        TaskCompletionSource<FirstResponse> done = new();
        done.SetResult(response);
        return done;
    }

    private enum Begun
    {
        Taken,
        Lost,
        ByAnother,
    }
}

/// <summary>What became the first response to an interaction; the numbers are Discord's types of callbacks.</summary>
internal enum FirstResponse
{
    None = 0,

    /// <summary>Discord did not take it.</summary>
    Lost = -1,

    /// <summary>Discord did not answer: nothing may be done on the strength of it, but what was only read may be shown.</summary>
    Doubtful = -2,

    Message = 4,
    Deferred = 5,
    Acknowledged = 6,
    Suggestions = 8,
    Form = 9,
}

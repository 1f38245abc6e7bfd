using System.Text.Json;
using Microsoft.Extensions.Logging;
using StakeBot.Adapters.Discord.Gateway;
using StakeBot.Adapters.Discord.Rendering;
using StakeBot.Adapters.Discord.Rest;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Commands;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Adapters.Discord.Interactions;

/// <summary>
/// From something that a person did to the bot's inbox. Whatever may change something is acknowledged before it is taken in: when Discord does not take
/// the acknowledgement, its sender saw a failure, and nothing happens. What only reads is answered at once, or says after 1.2 s that it takes longer.
/// </summary>
internal sealed class InteractionPipeline(
    Inbox inbox,
    OpenInteractions open,
    CommandCatalogue catalogue,
    Suggestions suggestions,
    TapSeal seal,
    IDiscordWire wire,
    TimeProvider time,
    DiscordMetrics metrics,
    ILogger<InteractionPipeline> logger)
{
    /// <summary>After this a person is told that it takes longer.</summary>
    public static readonly TimeSpan DeferAfter = TimeSpan.FromSeconds(1.2);

    private readonly PersonOrder _order = new();

    /// <summary>Takes one up, in the order of arrival; the task is done when it is taken in, answered or dropped. It does not throw.</summary>
    public Task TakeAsync(GatewayInteraction received, CancellationToken ct)
    {
        Interaction interaction;
        try
        {
            interaction = Interaction.Read(received.Data);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            DiscordLog.InteractionUnreadable(logger, unreadable.Message);
            return Task.CompletedTask;
        }
        return SafelyAsync(() => TakeAsync(interaction, received.ReceivedAt, ct), interaction, ct);
    }

    private Task TakeAsync(Interaction interaction, long receivedAt, CancellationToken ct) => interaction.Kind switch
    {
        InteractionKind.Command => CommandAsync(interaction, TypedLine.Of(SpecOf(interaction), interaction.Data), receivedAt, ct),
        InteractionKind.Form => ComponentId.Parse(CustomId(interaction)) is ComponentId.Form form
            ? CommandAsync(interaction, TypedLine.With(form.Command, ConfirmationForm.TypedInto(interaction.Data)), receivedAt, ct)
            : Task.CompletedTask,
        InteractionKind.Press => ComponentId.Parse(CustomId(interaction)) switch
        {
            ComponentId.Plain plain => CommandAsync(interaction, plain.Command, receivedAt, ct),
            ComponentId.Asking asking => AskAsync(interaction, asking, receivedAt, ct),
            ComponentId other => PressAsync(interaction, other.Text, receivedAt, ct),
        },
        InteractionKind.Suggestions => SuggestAsync(Response(interaction, receivedAt, forOnePerson: true), ct),
        _ => Task.CompletedTask,
    };

    private Task CommandAsync(Interaction interaction, string line, long receivedAt, CancellationToken ct)
    {
        CommandSpec? spec = catalogue.Find(line[1..].Split(' ', 2)[0])?.Spec;
        InteractionResponse response = Response(interaction, receivedAt, spec is { Proposes: true } || (!interaction.IsPrivate && spec is not { IsShared: true }));
        if (!open.TryAdd(response))
            return Task.CompletedTask;
        Task<bool>? acknowledged = null;
        if (spec is { Topic: CommandTopic.Look })
            _ = SafelyAsync(() => DeferLaterAsync(response, ct), interaction, ct);
        else
            acknowledged = response.DeferAsync(ct);
        return TakeInAsync(response, Message(interaction, line), acknowledged, ct);
    }

    private Task PressAsync(Interaction interaction, string data, long receivedAt, CancellationToken ct)
    {
        InteractionResponse response = Response(interaction, receivedAt, forOnePerson: true);
        if (!open.TryAdd(response) || MessageId(interaction) is not { } pressed)
            return Task.CompletedTask;
        return TakeInAsync(response, Message(interaction, data) with { Pressed = new MessageRef(interaction.Address, pressed) }, response.AcknowledgeAsync(ct), ct);
    }

    // A form must be the first response. What is typed into it comes as an interaction of its own; a forged button gets no form, but the usual refusal.
    private Task AskAsync(Interaction interaction, ComponentId.Asking asking, long receivedAt, CancellationToken ct) =>
        seal.Open(asking.Data, interaction.Address) is null
            ? PressAsync(interaction, asking.Data, receivedAt, ct)
            : Response(interaction, receivedAt, forOnePerson: true).AskAsync(ConfirmationForm.Of(asking, interaction.Message), ct);

    private async Task SuggestAsync(InteractionResponse response, CancellationToken ct) =>
        await response.SuggestAsync(await suggestions.ForAsync(response.Interaction, response.Age, ct), ct);

    private Task TakeInAsync(InteractionResponse response, ChatMessage message, Task<bool>? acknowledged, CancellationToken ct) =>
        _order.RunAsync(response.Interaction.Sender.Id, async () =>
        {
            try
            {
                if ((acknowledged is not null && !await acknowledged) || !await inbox.PostAsync(message, ct))
                    Drop(response);
            }
            catch (StoreUnavailableException)
            {
                Drop(response, close: false);
                await response.ShowAsync(DiscordRenderer.Sentence("What must be remembered cannot be written now, so nothing was done. Nothing was changed."), ct);
            }
        });

    private async Task DeferLaterAsync(InteractionResponse response, CancellationToken ct)
    {
        if (DeferAfter - response.Age is { Ticks: > 0 } wait)
            await Task.Delay(wait, time, ct);
        if (!response.IsBegun)
            await response.DeferAsync(ct);
    }

    private void Drop(InteractionResponse response, bool close = true)
    {
        open.TryTake(response.Interaction.Id, out _);
        if (close)
            response.Close();
    }

    private async Task SafelyAsync(Func<Task> work, Interaction interaction, CancellationToken ct)
    {
        try
        {
            await work();
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The bot is ending.
        }
        catch (KeyNotFoundException unreadable)
        {
            DiscordLog.InteractionUnreadable(logger, unreadable.Message);
        }
        catch (Exception error) when (error is DiscordRefusedException or DiscordUnavailableException or DiscordFatalException)
        {
            DiscordLog.AnswerLost(logger, interaction.Id, error.Message);
        }
        catch (Exception error)
        {
            DiscordLog.InteractionFailed(logger, error, interaction.Id);
        }
    }

    private InteractionResponse Response(Interaction interaction, long receivedAt, bool forOnePerson) =>
        new(interaction, receivedAt, wire, time, metrics, logger) { ForOnePerson = forOnePerson };

    private static ChatMessage Message(Interaction interaction, string text) =>
        new(interaction.Address, interaction.Sender, text, interaction.Id) { IsPrivate = interaction.IsPrivate };

    private CommandSpec? SpecOf(Interaction interaction) => catalogue.Find(interaction.Data.GetProperty("name").GetString() ?? "")?.Spec;

    private static string CustomId(Interaction interaction) => interaction.Data.GetProperty("custom_id").GetString() ?? "";

    private static string? MessageId(Interaction interaction) =>
        interaction.Message.ValueKind == JsonValueKind.Object && interaction.Message.TryGetProperty("id", out JsonElement id) ? id.GetString() : null;
}

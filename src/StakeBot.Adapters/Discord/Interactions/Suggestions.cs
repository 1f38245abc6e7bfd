using System.Text.Json;
using System.Text.Json.Nodes;
using StakeBot.Adapters.Discord.Rendering;
using StakeBot.Bot.Commands.Completion;

namespace StakeBot.Adapters.Discord.Interactions;

/// <summary>Values for an option that is being typed; none rather than late.</summary>
internal sealed class Suggestions(ICompletion completion, TimeProvider time)
{
    private const int Longest = 100;

    private static readonly TimeSpan Within = TimeSpan.FromSeconds(2);

    public async Task<JsonArray> ForAsync(Interaction interaction, TimeSpan age, CancellationToken ct)
    {
        if (RequestOf(interaction) is not { } request || age >= Within)
            return [];
        using CancellationTokenSource late = CancellationTokenSource.CreateLinkedTokenSource(ct);
        Task<IReadOnlyList<Suggestion>> suggestions = completion.SuggestAsync(request, late.Token);
        if (await Task.WhenAny(suggestions, Task.Delay(Within - age, time, late.Token)) != suggestions)
        {
            await late.CancelAsync();
            return [];
        }
        await late.CancelAsync();
        return [.. (await suggestions).Where(one => one.Value.Length is > 0 and <= Longest).Take(ICompletion.Most).Select(Choice)];
    }

    private static CompletionRequest? RequestOf(Interaction interaction)
    {
        if (!interaction.Data.TryGetProperty("options", out JsonElement options) || options.ValueKind != JsonValueKind.Array)
            return null;
        foreach (JsonElement option in options.EnumerateArray())
        {
            if (option.TryGetProperty("focused", out JsonElement focused) && focused.ValueKind == JsonValueKind.True)
            {
                string typed = option.TryGetProperty("value", out JsonElement value) ? value.ToString() : "";
                return new CompletionRequest(interaction.Sender, interaction.Data.GetProperty("name").GetString() ?? "", option.GetProperty("name").GetString() ?? "", typed);
            }
        }
        return null;
    }

    private static JsonNode Choice(Suggestion one) => new JsonObject { ["name"] = ReplyFiles.Cut(one.Label, Longest), ["value"] = one.Value };
}

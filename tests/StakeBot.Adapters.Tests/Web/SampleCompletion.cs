using System.Collections.Concurrent;
using StakeBot.Bot.Commands.Completion;

namespace StakeBot.Adapters.Tests.Web;

/// <summary>Offers a few models, of which two have names that nobody should call a model, and remembers what it was asked.</summary>
internal sealed class SampleCompletion : ICompletion
{
    private static readonly string[] Models = ["KESTREL", "HERON", "grey heron", SampleTalk.HostileName, "say \"hello\""];

    public ConcurrentQueue<CompletionRequest> Asked { get; } = new();

    public Task<IReadOnlyList<Suggestion>> SuggestAsync(CompletionRequest request, CancellationToken ct)
    {
        Asked.Enqueue(request);
        string typed = request.Typed[(request.Typed.LastIndexOf(',') + 1)..];
        string before = request.Typed[..^typed.Length];
        return Task.FromResult<IReadOnlyList<Suggestion>>(
            [.. Models.Where(model => model.Contains(typed, StringComparison.OrdinalIgnoreCase)).Select(model => new Suggestion(before + model, before + model))]);
    }
}

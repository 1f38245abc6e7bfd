using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using StakeBot.Bot.Commands;

namespace StakeBot.Adapters.Web.Endpoints;

/// <summary>What can be typed, for completion.</summary>
internal static class CommandsEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/commands", List);

    private static JsonHttpResult<IReadOnlyList<CommandEntry>> List(CommandCatalogue catalogue) =>
        TypedResults.Json<IReadOnlyList<CommandEntry>>([.. catalogue.Specs.Select(CommandEntry.Of)], WebJson.Default.IReadOnlyListCommandEntry);
}

/// <summary>One command.</summary>
internal sealed record CommandEntry(string Name, string Summary, string Example, IReadOnlyList<OptionEntry> Options)
{
    public static CommandEntry Of(CommandSpec spec) => new(spec.Name, spec.Summary, spec.Example, [.. spec.Options.Select(OptionEntry.Of)]);
}

/// <summary>One option of a command.</summary>
/// <param name="Completes">Whether values can be asked for while one is typed.</param>
internal sealed record OptionEntry(string Name, string Kind, string Summary, string Example, IReadOnlyList<string> Choices, bool Completes)
{
    public static OptionEntry Of(OptionSpec option) =>
        new(option.Name, option.Kind.ToString().ToLowerInvariant(), option.Summary, option.Example, option.Choices, option.Completes != Bot.Commands.Completes.Nothing);
}

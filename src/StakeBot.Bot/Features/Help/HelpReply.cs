using StakeBot.Bot.Chat;
using StakeBot.Bot.Commands;
using StakeBot.Bot.Execution;
using StakeBot.Bot.People;

namespace StakeBot.Bot.Features.Help;

internal static class HelpReply
{
    public static Reply Of(ExecutionMode mode, CommandCatalogue catalogue, Person person) => new()
    {
        Mode = mode,
        Title = "What I can do",
        Lines =
        [
            .. catalogue.Specs
                .Where(spec => spec.Needs <= person.Role)
                .Select(spec => $"• /{spec.Name}: {spec.Summary}"),
            "Options can be named or just given: /frontier measure:cvar and /frontier cvar are the same.",
            "I watch stakes and never change one by myself. I am not Numerai, and never ask for passwords, seed phrases or private keys.",
        ],
        Buttons = [new Button("Show status", "/status"), new Button("Explain the frontier", "/help frontier")],
    };

    public static Reply Of(ExecutionMode mode, CommandSpec spec) => new()
    {
        Mode = mode,
        Title = $"/{spec.Name}: {spec.Summary}",
        Lines =
        [
            .. spec.Options.Select(option => $"• {Form(option)}: {option.Summary}"),
            .. spec.Options.Count == 0 ? ["It takes no options."] : Array.Empty<string>(),
            $"Example: {spec.Example}",
            $"Needs the role: {(spec.Needs == Role.Anyone ? "none" : Gate.Name(spec.Needs))}.",
        ],
        Buttons = [new Button($"Run {spec.Example}", spec.Example), new Button("Show all commands", "/help")],
    };

    public static Reply Unknown(ExecutionMode mode, string name, string? nearest) => new()
    {
        Kind = ReplyKind.Refusal,
        Mode = mode,
        Title = $"There is no help on '{PlainText.Name(name)}'",
        Lines = [nearest is null ? "/help lists every command." : $"Did you mean /help {nearest}?", "Nothing was changed."],
        Buttons = nearest is null ? [new Button("Show all commands", "/help")] : [new Button($"Explain /{nearest}", $"/help {nearest}")],
    };

    private static string Form(OptionSpec option) =>
        option.Kind == OptionKind.Choice ? $"{option.Name}:{string.Join("|", option.Choices)}" : option.Example;
}

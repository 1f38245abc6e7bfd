using Microsoft.Extensions.Logging;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;
using StakeBot.Bot.People;
using StakeBot.Bot.Ports;

namespace StakeBot.Bot.Commands;

/// <summary>From a typed line to an answer: find the command, ask the gate, read the options, run the feature. Failures of the outside world end here.</summary>
internal sealed class CommandRouter(CommandCatalogue catalogue, Gate gate, BotMode mode, ILogger<CommandRouter> logger) : IAnswerer
{
    private const string NothingChanged = "Nothing was changed.";

    public async Task<Reply> AnswerAsync(ChatMessage message, CancellationToken ct)
    {
        if (message.Text.Length > CommandSyntax.LongestLine)
            return Refuse("That is too long", $"A message has at most {CommandSyntax.LongestLine} characters; this one has {message.Text.Length}.");
        (string? name, IReadOnlyList<string> words) = CommandSyntax.Split(message.Text);
        if (name is null)
            return NoCommand(words);
        if (catalogue.Find(name) is not { } command)
            return Unknown(name);
        Person person = gate.Admit(message.Sender);
        if (Gate.Refusal(person, command.Spec.Needs) is { } refusal)
            return Refuse("Not allowed", refusal);
        (IReadOnlyDictionary<string, object> values, string? wrong) = OptionParser.Parse(command.Spec, words);
        if (wrong is not null)
            return Refuse($"/{command.Spec.Name} was not understood", wrong, $"Example: {command.Spec.Example}");
        return await RunAsync(command, new CommandCall(person, message.Address, values), ct);
    }

    private async Task<Reply> RunAsync(ICommand command, CommandCall call, CancellationToken ct)
    {
        try
        {
            return await command.HandleAsync(call, ct);
        }
        catch (NumeraiUnavailableException unavailable)
        {
            BotLog.AccountUnavailable(logger, command.Spec.Name, unavailable.Message);
            return Fail("The account cannot be read now", unavailable.Message);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return Refuse("Stopped", $"/{command.Spec.Name} was stopped before it had an answer.");
        }
        catch (Exception bug)
        {
            BotLog.CommandFailed(logger, bug, command.Spec.Name);
            return Fail("That went wrong", $"/{command.Spec.Name} failed by a fault of mine, not of yours. It is written to the log (SB-BUG).");
        }
    }

    private Reply NoCommand(IReadOnlyList<string> words)
    {
        string? meant = words.Count == 0 ? null : catalogue.Find(words[0])?.Spec.Name ?? catalogue.Nearest(words[0]);
        return Refuse(
            "I only understand commands",
            meant is null ? "A command starts with a slash, such as /status." : $"A command starts with a slash. Did you mean /{meant}?") with
        {
            Buttons = meant is null ? [new Button("Show help", "/help")] : [new Button($"Run /{meant}", $"/{meant}"), new Button("Show help", "/help")],
        };
    }

    private Reply Unknown(string name)
    {
        string? meant = catalogue.Nearest(name);
        string shown = OptionValue.Shown(name);
        return Refuse(
            $"I do not know /{shown}",
            meant is null ? "/help lists what I know." : $"Did you mean /{meant}? I run nothing on a guess.") with
        {
            Buttons = meant is null ? [new Button("Show help", "/help")] : [new Button($"Run /{meant}", $"/{meant}"), new Button("Show help", "/help")],
        };
    }

    private Reply Refuse(string title, params string[] lines) =>
        new() { Kind = ReplyKind.Refusal, Mode = mode.Value, Title = title, Lines = [.. lines, NothingChanged] };

    private Reply Fail(string title, params string[] lines) =>
        new() { Kind = ReplyKind.Failure, Mode = mode.Value, Title = title, Lines = [.. lines, NothingChanged] };
}

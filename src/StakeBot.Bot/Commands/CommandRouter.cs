using Microsoft.Extensions.Logging;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;
using StakeBot.Bot.People;
using StakeBot.Bot.Ports;
using StakeBot.Bot.Ports.Secrets;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Bot.Secrets;

namespace StakeBot.Bot.Commands;

/// <summary>From a typed line to an answer: find the command, ask the gate, read the options, run the feature. Failures of the outside world end here.</summary>
internal sealed class CommandRouter(CommandCatalogue catalogue, Gate gate, BotMode mode, ILogger<CommandRouter> logger) : IAnswerer
{
    private const string NothingChanged = "Nothing was changed.";

    public async Task<Reply> AnswerAsync(ChatMessage message, CancellationToken ct)
    {
        try
        {
            Person person = await gate.AdmitAsync(message.Sender, ct);
            RateAnswer rate = gate.Take(person, Rate.Commands);
            if (rate == RateAnswer.Silent)
                return Refuse("Too fast") with { Unsaid = true };
            if (SecretGuard.LooksLikeSecret(message.Text))
                return SecretGuard.Refusal(mode.Value);
            return rate == RateAnswer.Refused ? TooMany(Rate.Commands) : await AnswerAsync(message, person, ct);
        }
        catch (StoreUnavailableException unavailable)
        {
            BotLog.StoreUnavailable(logger, unavailable.Message);
            return Fail("I cannot look up now who may do what", unavailable.Message);
        }
    }

    private async Task<Reply> AnswerAsync(ChatMessage message, Person person, CancellationToken ct)
    {
        if (message.Text.Length > CommandSyntax.LongestLine)
            return Refuse("That is too long", $"A message has at most {CommandSyntax.LongestLine} characters; this one has {message.Text.Length}.");
        (string? name, IReadOnlyList<string> words) = CommandSyntax.Split(message.Text);
        if (name is null)
            return NoCommand(words);
        if (catalogue.Find(name) is not { } command)
            return Unknown(name);
        if (Gate.Refusal(person, command.Spec.Needs) is { } refusal)
        {
            await gate.RefusedAsync(person, $"/{command.Spec.Name}", ct);
            return Refuse("Not allowed", refusal);
        }
        (IReadOnlyDictionary<string, object> values, string? wrong) = OptionParser.Parse(command.Spec, words);
        if (wrong is not null)
            return Refuse($"/{command.Spec.Name} was not understood", wrong, $"Example: {command.Spec.Example}");
        if (command.Spec.Proposes && gate.Take(person, Rate.Proposals) is not RateAnswer.Allowed and var over)
            return TooMany(Rate.Proposals) with { Unsaid = over == RateAnswer.Silent };
        CommandCall call = new(person, message.Address, values) { IsPrivate = message.IsPrivate || LocalOwner.Is(message.Sender) };
        return await RunAsync(command, call, ct);
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
        catch (StoreUnavailableException unavailable)
        {
            BotLog.StoreUnavailable(logger, unavailable.Message);
            return new Reply
            {
                Kind = ReplyKind.Failure,
                Mode = mode.Value,
                Title = "What must be remembered cannot be read or written now",
                Lines = [unavailable.Message, "Whether anything was changed is not known: look before you repeat it."],
            };
        }
        catch (SecretsUnavailableException unavailable)
        {
            return Fail("Secrets cannot be read or kept now", unavailable.Message);
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

    private Reply TooMany(Rate rate) => Refuse(
        $"Too many {rate.Name}",
        $"One person may give {rate.Most} {rate.Name} in {Words(rate.Within)}. Wait a little; I stay silent when it goes on.");

    private static string Words(TimeSpan within) => within == TimeSpan.FromMinutes(1) ? "a minute" : "an hour";

    private Reply Refuse(string title, params string[] lines) =>
        new() { Kind = ReplyKind.Refusal, Mode = mode.Value, Title = title, Lines = [.. lines, NothingChanged] };

    private Reply Fail(string title, params string[] lines) =>
        new() { Kind = ReplyKind.Failure, Mode = mode.Value, Title = title, Lines = [.. lines, NothingChanged] };
}

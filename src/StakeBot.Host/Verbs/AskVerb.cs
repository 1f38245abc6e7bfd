using System.CommandLine;
using StakeBot.Adapters.Files;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Commands;
using StakeBot.Bot.People;
using StakeBot.Core.Tournaments;
using StakeBot.Host.Output;

namespace StakeBot.Host.Verbs;

/// <summary>ask "/command": one command, its answer on the console, its pictures in a folder.</summary>
internal static class AskVerb
{
    private static readonly ChatAddress Console = new("console", "console");

    public static Command Command()
    {
        Argument<string> text = new("command") { Description = "What would be typed in chat, such as \"/status\"." };
        Option<string?> folder = new("--out") { Description = "The folder for pictures; without it, none are written." };
        Option<bool> json = new("--json") { Description = "Prints the reply as JSON, its table at full precision." };
        Option<string[]> scores = DataOptions.Scores();
        Option<string?> stakes = DataOptions.Stakes();
        Option<string?> rule = DataOptions.Rule();
        Command command = new("ask", "Gives one command and prints the answer.") { text, folder, json, scores, stakes, rule };
        command.SetAction((line, ct) => AskAsync(
            line.GetValue(text)!,
            line.GetValue(scores) ?? [],
            line.GetValue(stakes),
            line.GetValue(rule),
            new ReplyPrinter(System.Console.Out, line.GetValue(folder), line.GetValue(json)),
            ct));
        return command;
    }

    private static async Task<int> AskAsync(
        string text, IReadOnlyList<string> scores, string? stakes, string? rule, ReplyPrinter printer, CancellationToken ct)
    {
        PayoutHistory rules = TournamentsFile.Load(ShippedFiles.Tournaments);
        DataSource source = DataSource.Of(scores, stakes, rule, rules);
        if (source is DataSource.Unusable unusable)
            return Refuse(unusable.Reason);
        if (source is DataSource.FromFiles { Notes: { Count: > 0 } notes })
            await System.Console.Error.WriteLineAsync(string.Join('\n', notes).AsMemory(), ct);
        await using ServiceProvider services = new ServiceCollection().AddLogging().AddStakeBot(source).BuildServiceProvider();
        ChatMessage message = new(Console, new PlatformIdentity("console", "local", "you"), text, "1");
        Reply reply = await services.GetRequiredService<IAnswerer>().AnswerAsync(message, ct);
        if (printer.Problem() is { } problem)
            return Refuse(problem);
        await printer.PrintAsync(reply, ct);
        return reply.Kind == ReplyKind.Answer ? ExitCode.Done : ExitCode.Refused;
    }

    private static int Refuse(string reason)
    {
        System.Console.Error.WriteLine(reason);
        return ExitCode.Refused;
    }
}

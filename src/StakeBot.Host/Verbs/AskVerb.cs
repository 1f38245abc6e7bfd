using System.CommandLine;
using StakeBot.Host.Output;

namespace StakeBot.Host.Verbs;

/// <summary>ask "/command": one command, its answer on the console, its pictures in a folder.</summary>
internal static class AskVerb
{
    public static Command Command()
    {
        Argument<string> text = new("command") { Description = "What would be typed in chat, such as \"/status\"." };
        Option<string?> folder = new("--out") { Description = "The folder for pictures and files; without it, none are written." };
        Option<bool> json = new("--json") { Description = "Prints the reply as JSON, its table at full precision." };
        Option<string[]> scores = DataOptions.Scores();
        Option<string?> stakes = DataOptions.Stakes();
        Option<string?> rule = DataOptions.Rule();
        Command command = new("ask", "Gives one command and prints the answer.") { text, folder, json, scores, stakes, rule };
        command.SetAction((line, ct) => ConsoleChat.AskAsync(
            line.GetValue(text)!,
            line.GetValue(scores) ?? [],
            line.GetValue(stakes),
            line.GetValue(rule),
            new ReplyPrinter(Console.Out, line.GetValue(folder), line.GetValue(json)),
            ct));
        return command;
    }
}

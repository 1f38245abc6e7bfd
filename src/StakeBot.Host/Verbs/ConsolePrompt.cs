using System.Text;
using StakeBot.Bot.Secrets;

namespace StakeBot.Host.Verbs;

/// <summary>Asks on the console; what is piped in is read line by line without a question.</summary>
internal sealed class ConsolePrompt : IKeyPrompt
{
    public string? Ask(string question)
    {
        if (!Console.IsInputRedirected)
            Console.Error.Write(question);
        return Console.In.ReadLine()?.Trim();
    }

    public Secret? AskSecret(string question)
    {
        if (Console.IsInputRedirected)
            return Console.In.ReadLine() is { } line ? new Secret(line.Trim()) : null;
        Console.Error.Write(question);
        StringBuilder typed = new();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace && typed.Length > 0)
                typed.Length--;
            else if (!char.IsControl(key.KeyChar))
                typed.Append(key.KeyChar);
        }
        Console.Error.WriteLine();
        return new Secret(typed.ToString().Trim());
    }
}

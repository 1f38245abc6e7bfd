using StakeBot.Bot.Secrets;

namespace StakeBot.Host.Verbs;

/// <summary>Asks the person at the console.</summary>
internal interface IKeyPrompt
{
    /// <summary>Reads a line that may be seen; null when there is no more to read.</summary>
    string? Ask(string question);

    /// <summary>Reads a line that is not shown.</summary>
    Secret? AskSecret(string question);
}

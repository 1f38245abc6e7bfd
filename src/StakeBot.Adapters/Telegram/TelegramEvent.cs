using System.Globalization;

namespace StakeBot.Adapters.Telegram;

/// <summary>What an event's id says, so that nothing else has to be remembered to answer it: <c>812.45</c>, <c>812.45.table</c>, <c>812.45.4382bfdw</c>.</summary>
/// <param name="Update">The update that brought it: the same one is handled once.</param>
/// <param name="Message">The message that was typed, or whose button was pressed.</param>
/// <param name="Query">The press that is to be acknowledged; null when there is none, or when it was.</param>
/// <param name="WantsTable">Whether only the numbers behind the answer were asked for.</param>
internal sealed record TelegramEvent(int Update, int Message, string? Query, bool WantsTable)
{
    private const string Table = "table";

    public string Id => string.Create(CultureInfo.InvariantCulture, $"{Update}.{Message}{(WantsTable ? $".{Table}" : "")}{(Query is null ? "" : $".q{Query}")}");

    public static TelegramEvent Read(string id)
    {
        string[] parts = id.Split('.');
        return new TelegramEvent(
            int.Parse(parts[0], CultureInfo.InvariantCulture),
            int.Parse(parts[1], CultureInfo.InvariantCulture),
            parts.FirstOrDefault(part => part.StartsWith('q'))?[1..],
            parts.Contains(Table));
    }
}

using System.Globalization;
using StakeBot.Adapters.Telegram.Rendering;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace StakeBot.Adapters.Telegram.Receiving;

/// <summary>
/// What is behind a plain button (<see cref="Keyboard"/>): a command, or which of the commands written into its message. Whoever makes such data up has
/// typed a command, with his own rights.
/// </summary>
internal static class PlainData
{
    public static bool IsPlain(string data) => data[0] is '/' or Keyboard.WrittenMark or Keyboard.TableMark;

    public static bool WantsTable(string data) => data[0] == Keyboard.TableMark;

    /// <summary>The command; null when the message does not tell it any more.</summary>
    public static string? CommandOf(string data, Message shown)
    {
        string command = WantsTable(data) ? data[1..] : data;
        if (command.StartsWith('/'))
            return command;
        string[] written = [.. Written(shown)];
        return command.Length > 1 && command[0] == Keyboard.WrittenMark
            && int.TryParse(command.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number < written.Length
                ? written[number]
                : null;
    }

    private static IEnumerable<string> Written(Message shown)
    {
        string text = shown.Text ?? shown.Caption ?? "";
        return from entity in shown.Entities ?? shown.CaptionEntities ?? []
               where entity.Type == MessageEntityType.Code
               let code = text.Substring(entity.Offset, entity.Length)
               where code.StartsWith('/')
               select code;
    }
}

using System.Text;
using StakeBot.Bot.Chat;
using Telegram.Bot.Types.ReplyMarkups;

namespace StakeBot.Adapters.Telegram.Rendering;

/// <summary>
/// Buttons below a message. Telegram takes 64 bytes behind each. A command that is longer is put into the text instead, where a tap copies it, and the
/// button says which of those lines it means: so it works as long as its message is there, over restarts, and nothing has to be remembered.
/// </summary>
/// <param name="Rows">The buttons; null when there are none.</param>
/// <param name="Written">The commands that are written into the text.</param>
internal sealed record Keyboard(InlineKeyboardMarkup? Rows, IReadOnlyList<TextLine> Written)
{
    /// <summary>Before the number of a line of the text.</summary>
    public const char WrittenMark = '~';

    /// <summary>Before a command of which only the table is wanted.</summary>
    public const char TableMark = '#';

    private const int MostBytes = 64;
    private const int MostInRow = 3;
    private const int WidestRow = 36;
    private const int MostButtons = 100;

    /// <param name="buttons">What to show.</param>
    /// <param name="table">The command whose table is within reach; null for none.</param>
    /// <param name="address">Where they are shown.</param>
    /// <param name="seal">Signs.</param>
    public static Keyboard Of(IReadOnlyList<Button> buttons, string? table, ChatAddress address, TapSeal seal)
    {
        List<TextLine> written = [];
        List<InlineKeyboardButton> keys = [];
        foreach (Button button in buttons.Take(MostButtons - 1))
            keys.Add(InlineKeyboardButton.WithCallbackData(button.Label, Data(button.Tap is null ? "" : null, seal.DataOf(button, address), written)));
        if (table is not null)
            keys.Add(InlineKeyboardButton.WithCallbackData("Data table", Data($"{TableMark}", table, written)));
        return new Keyboard(keys.Count == 0 ? null : new InlineKeyboardMarkup(InRows(keys)), written);
    }

    // Sealed data are short by design and have no prefix.
    private static string Data(string? prefix, string command, List<TextLine> written)
    {
        if (prefix is null || Encoding.UTF8.GetByteCount(prefix + command) <= MostBytes)
            return prefix + command;
        if (!written.Any(line => line.Html == TextLine.Of(command, LineStyle.Code).Html))
            written.Add(TextLine.Of(command, LineStyle.Code));
        return $"{prefix}{WrittenMark}{written.FindIndex(line => line.Html == TextLine.Of(command, LineStyle.Code).Html)}";
    }

    private static List<List<InlineKeyboardButton>> InRows(List<InlineKeyboardButton> keys)
    {
        List<List<InlineKeyboardButton>> rows = [];
        foreach (InlineKeyboardButton key in keys)
        {
            if (rows.Count == 0 || rows[^1].Count == MostInRow || rows[^1].Sum(one => one.Text.Length) + key.Text.Length > WidestRow)
                rows.Add([]);
            rows[^1].Add(key);
        }
        return rows;
    }
}

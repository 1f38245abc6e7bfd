using System.Text.Json.Nodes;
using StakeBot.Bot.Chat;

namespace StakeBot.Adapters.Discord.Rendering;

/// <summary>The buttons of a reply in rows of five. One whose command does not fit is said as a line to type.</summary>
internal sealed record ButtonRows(IReadOnlyList<JsonObject> Rows, IReadOnlyList<string> ToType)
{
    private const int ActionRow = 1;
    private const int ButtonType = 2;
    private const int Primary = 1;
    private const int Secondary = 2;
    private const int InRow = 5;
    private const int MostRows = 5;
    private const int LongestLabel = 80;

    public static ButtonRows Of(Reply reply, ChatAddress address, TapSeal seal)
    {
        List<JsonObject> buttons = [];
        List<string> toType = [];
        bool primaryGiven = false;
        foreach (Button button in reply.Buttons)
        {
            string id = IdOf(button, buttons.Count, address, seal).Text;
            if (id.Length > ComponentId.Longest || buttons.Count == InRow * MostRows)
            {
                toType.Add($"{button.Label}: type {button.Command}");
                continue;
            }
            bool primary = button.Tap is not null && !primaryGiven;
            primaryGiven |= primary;
            buttons.Add(new JsonObject
            {
                ["type"] = ButtonType,
                ["style"] = primary ? Primary : Secondary,
                ["label"] = ReplyFiles.Cut(button.Label, LongestLabel),
                ["custom_id"] = id,
            });
        }
        return new ButtonRows([.. buttons.Chunk(InRow).Select(row => new JsonObject { ["type"] = ActionRow, ["components"] = new JsonArray([.. row]) })], toType);
    }

    private static ComponentId IdOf(Button button, int place, ChatAddress address, TapSeal seal) => button switch
    {
        { Tap: null } => new ComponentId.Plain(place, button.Command),
        { Asks: { } asks } => new ComponentId.Asking(seal.DataOf(button, address), button.Command, asks),
        _ => new ComponentId.Sealed(seal.DataOf(button, address)),
    };
}

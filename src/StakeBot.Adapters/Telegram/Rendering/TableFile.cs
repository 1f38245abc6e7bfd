using System.Text;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Features.Export;

namespace StakeBot.Adapters.Telegram.Rendering;

/// <summary>A table that is too long to be read in a chat, as a file at full precision.</summary>
internal static class TableFile
{
    public static Document Of(DataTable table) => new("stakebot-table.csv", "text/csv; charset=utf-8", Encoding.UTF8.GetBytes(CsvText.Of(table)));
}

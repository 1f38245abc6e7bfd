using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using StakeBot.Bot.Chat;

namespace StakeBot.Bot.Features.Export;

/// <summary>A table as a JSON array of objects. Amounts are texts: most readers would round a number.</summary>
internal static class JsonText
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(DataTable table) =>
        new JsonArray([.. table.Rows.Select(row => new JsonObject(table.Columns.Zip(row, (column, cell) => KeyValuePair.Create<string, JsonNode?>(column, Value(cell)))))])
            .ToJsonString(Readable);

    private static JsonValue? Value(Cell cell) => cell.Value switch
    {
        null => null,
        string words => JsonValue.Create(words),
        bool flag => JsonValue.Create(flag),
        int number => JsonValue.Create(number),
        double number => double.IsFinite(number) ? JsonValue.Create(number) : null,
        decimal number => JsonValue.Create(ExportCell.Plain(number)),
        _ => throw new InvalidOperationException($"A cell holds a {cell.Value.GetType().Name}."),
    };
}

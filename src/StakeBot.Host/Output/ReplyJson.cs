using System.Text.Json.Nodes;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;

namespace StakeBot.Host.Output;

/// <summary>A reply for machines: the same words, the table at full precision.</summary>
internal static class ReplyJson
{
    public static string Of(Reply reply, IReadOnlyList<WrittenFile<Picture>> pictures, IReadOnlyList<WrittenFile<Document>> documents)
    {
        JsonObject json = new()
        {
            ["kind"] = reply.Kind.ToString().ToLowerInvariant(),
            ["mode"] = reply.Mode.Badge,
            ["title"] = ChatTime.ToUtc(reply.Title),
            ["lines"] = new JsonArray([.. reply.Lines.Select(line => JsonValue.Create(ChatTime.ToUtc(line)))]),
            ["pictures"] = new JsonArray([.. pictures.Select(Picture)]),
            ["documents"] = new JsonArray([.. documents.Select(Document)]),
            ["table"] = reply.Table is null ? null : Table(reply.Table),
            ["buttons"] = new JsonArray([.. reply.Buttons.Select(button => new JsonObject { ["label"] = button.Label, ["command"] = button.Command })]),
        };
        return json.ToJsonString(Json.Readable);
    }

    private static JsonObject Picture(WrittenFile<Picture> picture) => new()
    {
        ["file"] = picture.Path,
        ["alt"] = picture.Of.AltText,
    };

    private static JsonObject Document(WrittenFile<Document> document) => new()
    {
        ["file"] = document.Path,
        ["name"] = document.Of.FileName,
        ["mediaType"] = document.Of.MediaType,
        ["bytes"] = document.Of.Bytes.Length,
    };

    private static JsonObject Table(DataTable table) => new()
    {
        ["title"] = table.Title,
        ["columns"] = new JsonArray([.. table.Columns.Select(column => JsonValue.Create(column))]),
        ["rows"] = new JsonArray([.. table.Rows.Select(row => new JsonArray([.. row.Select(Value)]))]),
    };

    private static JsonNode? Value(Cell cell) => cell.Value switch
    {
        null => null,
        string text => JsonValue.Create(text),
        bool flag => JsonValue.Create(flag),
        int number => JsonValue.Create(number),
        double number => Json.Number(number),
        decimal amount => JsonValue.Create(amount),
        _ => throw new InvalidOperationException($"A cell holds a {cell.Value.GetType().Name}."),
    };
}

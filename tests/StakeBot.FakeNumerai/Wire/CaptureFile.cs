using System.Text.Json;

namespace StakeBot.NumeraiFake.Wire;

/// <summary>Keeps every request body in a file, one a line; never its headers.</summary>
internal sealed class CaptureFile(string? path)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);
    // Several servers may write to one file.
    private static readonly Lock Gate = new();

    public void Write(GraphQlRequest request)
    {
        if (path is null)
            return;
        string line = JsonSerializer.Serialize(
            new Dictionary<string, object?> { ["query"] = request.Query, ["variables"] = request.Variables, ["operationName"] = request.OperationName },
            Options);
        lock (Gate)
            File.AppendAllText(path, line + "\n");
    }
}

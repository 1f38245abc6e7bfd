using System.Security.Cryptography;
using System.Text;
using StakeBot.Bot.Chat;

namespace StakeBot.Bot.Features.Export;

/// <summary>A table as a file, with the hash by which its owner can tell later that it is still the same.</summary>
/// <param name="Document">The file.</param>
/// <param name="Hash">SHA-256 of its bytes, hex.</param>
internal sealed record ExportFile(Document Document, string Hash)
{
    public static ExportFile Of(DataTable table, string what, string format, ExportSpan span, DateTimeOffset now)
    {
        (string text, string mediaType) = format switch
        {
            "csv" => (CsvText.Of(table), "text/csv; charset=utf-8"),
            "json" => (JsonText.Of(table), "application/json; charset=utf-8"),
            _ => throw new InvalidOperationException($"Unknown format {format}."),
        };
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        string days = span.IsEverything
            ? ExportSpan.Text(DateOnly.FromDateTime(now.UtcDateTime))
            : $"{(span.From is { } from ? ExportSpan.Text(from) : "begin")}-to-{ExportSpan.Text(span.To ?? DateOnly.FromDateTime(now.UtcDateTime))}";
        return new ExportFile(new Document($"stakebot-{what}-{days}.{format}", mediaType, bytes), Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }
}

using System.Text.Json;
using System.Text.RegularExpressions;

namespace StakeBot.Adapters.Files;

/// <summary>Says in words and with a place what the JSON reader refuses; its own messages speak of .NET types.</summary>
internal static partial class JsonComplaint
{
    public static string Of(string path, JsonException cause)
    {
        string place = cause.LineNumber is { } line ? $"{path}, line {line + 1}" : path;
        string member = cause.Path is null or "$" ? "" : $" at {cause.Path[1..].TrimStart('.')}";
        string quoted = Quoted.Match(cause.Message) is { Success: true } match ? match.Value : "";
        string message = cause.Message;
        string what = message.Contains("could not be mapped", StringComparison.Ordinal) ? $"{quoted} is not known. Check its spelling, or take it out."
            : message.Contains("missing required properties", StringComparison.Ordinal) ? $"{Missing.Match(message).Groups[1].Value} is missing. Add it."
            : message.Contains("Duplicate", StringComparison.OrdinalIgnoreCase) ? "the same member is there twice. Keep one of them."
            : message.Contains("could not be converted", StringComparison.Ordinal) ? "the value is of the wrong kind. Write text in quotation marks and numbers without them."
            : message.Contains("doesn't allow null", StringComparison.Ordinal) ? "null is not allowed. Write a value."
            : $"this is not JSON. {Tail.Replace(message, "")}";
        return $"{place}{member}: {what}";
    }

    [GeneratedRegex("'[^']*'", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted { get; }

    [GeneratedRegex("including: (.*?)\\.( Path:|$)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Missing { get; }

    [GeneratedRegex(" (Path: |LineNumber: ).*$", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tail { get; }
}

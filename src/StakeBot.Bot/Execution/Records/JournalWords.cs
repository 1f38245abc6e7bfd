using System.Globalization;
using System.Text;
using System.Text.Json;
using StakeBot.Bot.Chat;
using StakeBot.Core.Proposals;

namespace StakeBot.Bot.Execution.Records;

/// <summary>
/// The details of a journal record as a person reads them: <c>step 2, observed</c>. What it has no words for is said by its name, so that nothing of a
/// record of another version is kept back.
/// </summary>
internal static class JournalWords
{
    private const int FingerprintDigits = 8;
    private const int HashDigits = 16;

    // Where a message was shown, and what guards against two runs: of no use to a reader. The table and the export have everything.
    private static readonly HashSet<string> Unsaid = ["fence", "chat", "messageId", "responseHash"];

    // Their value says it without a name.
    private static readonly HashSet<string> Bare = ["kind", "state", "reason", "ending", "text", "why", "what", "platform", "direction", "model", "mode"];

    /// <summary>The details in words; empty when there are none.</summary>
    public static string Of(string detail)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(detail);
            return json.RootElement.ValueKind == JsonValueKind.Object ? string.Join(", ", Parts(json.RootElement)) : Scalar(json.RootElement);
        }
        catch (JsonException)
        {
            return detail;
        }
    }

    /// <summary>A record by which the journal can be compared: <c>record 1234, hash 0123456789abcdef</c>.</summary>
    public static string Head(long sequence, string hash) => $"record {sequence.ToString(CultureInfo.InvariantCulture)}, hash {hash[..HashDigits]}";

    private static IEnumerable<string> Parts(JsonElement detail)
    {
        Dictionary<string, JsonElement> left = detail.EnumerateObject().ToDictionary(member => member.Name, member => member.Value);
        if (left.Remove("kind", out JsonElement kind))
            yield return Scalar(kind);
        if (left.Remove("setting", out JsonElement setting))
            yield return $"{Scalar(setting)}{Change(left)}";
        foreach ((string name, JsonElement value) in left)
        {
            if (!Unsaid.Contains(name) && Part(name, value) is { Length: > 0 } part)
                yield return part;
        }
    }

    private static string Change(Dictionary<string, JsonElement> left) =>
        left.Remove("before", out JsonElement before) && left.Remove("after", out JsonElement after) ? $" {Scalar(before)} → {Scalar(after)}" : "";

    private static string Part(string name, JsonElement value) => name switch
    {
        "fingerprint" => $"check code {Cut(Scalar(value))}",
        "steps" => $"{Scalar(value)} {(Scalar(value) == "1" ? "step" : "steps")}",
        "role" => $"as {Scalar(value)}",
        "replaces" => value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0 ? $"replaces {Scalar(value)}" : "",
        "requestId" => $"request {Scalar(value)}",
        "id" => StepOf(Scalar(value)),
        "model" when Guid.TryParse(Scalar(value), out _) => "",
        "amount" => $"{Amount(value)} NMR",
        "at" or "acts" when value.ValueKind == JsonValueKind.Number => $"{(name == "at" ? "" : "acts ")}{ChatTime.Mark(DateTimeOffset.FromUnixTimeMilliseconds(value.GetInt64()))}",
        _ when Bare.Contains(name) => Scalar(value),
        _ => $"{Words(name)} {Scalar(value)}",
    };

    // A step's key: the proposal's id and the step's number.
    private static string StepOf(string key) =>
        key.Split(':') is [var proposal, var step] && ProposalId.TryParse(proposal, out ProposalId id) ? $"{id.Code} step {step.TrimStart('0')}" : "";

    private static string Scalar(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Known(value.GetString()!),
        JsonValueKind.True => "on",
        JsonValueKind.False => "off",
        JsonValueKind.Null => "none",
        JsonValueKind.Array => string.Join(" and ", value.EnumerateArray().Select(Scalar)),
        JsonValueKind.Object => $"({string.Join(", ", Parts(value))})",
        _ => value.GetRawText(),
    };

    private static string Known(string text) =>
        ProposalId.TryParse(text, out ProposalId id) ? id.Code
        : text == "constant" ? "fixed"
        : IsKebab(text) ? text.Replace('-', ' ') : text;

    private static bool IsKebab(string text) => text.Contains('-', StringComparison.Ordinal) && text.All(c => c is '-' or (>= 'a' and <= 'z'));

    private static string Amount(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && Core.Money.Nmr.TryParse(value.GetString(), out Core.Money.Nmr amount) ? Figures.Amount(amount) : Scalar(value);

    private static string Cut(string fingerprint) => fingerprint.Length <= FingerprintDigits ? fingerprint : fingerprint[..FingerprintDigits];

    // messageId → message id
    private static string Words(string name)
    {
        StringBuilder words = new();
        foreach (char c in name)
        {
            if (char.IsUpper(c))
                words.Append(' ');
            words.Append(char.ToLowerInvariant(c));
        }
        return words.ToString();
    }
}

using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace StakeBot.Adapters.Files;

/// <summary>Reads members of a policy file one by one; what is wrong goes to a list, with file, key and an example.</summary>
internal sealed class PolicyFields(string file, List<string> problems)
{
    /// <summary>A text that is not empty.</summary>
    public string Text(string key, JsonElement value, string example)
    {
        string? text = value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        if (string.IsNullOrWhiteSpace(text))
            Complain(key, value, "is no text", $"\"{example}\"");
        return text ?? "";
    }

    /// <summary>One of a few words.</summary>
    public string Word(string key, JsonElement value, IReadOnlyCollection<string> words)
    {
        string? text = value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        if (text is not null && words.Contains(text))
            return text;
        Complain(key, value, $"is none of {string.Join(", ", words)}", $"\"{words.First()}\"");
        return words.First();
    }

    /// <summary>A number that is in a range, which <paramref name="range"/> says in words.</summary>
    public double Number(string key, JsonElement value, Func<double, bool> isIn, string range, string example)
    {
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number) && isIn(number))
            return number;
        Complain(key, value, $"is no number {range}", example);
        return 1;
    }

    /// <summary>A whole number within its bounds.</summary>
    public int Whole(string key, JsonElement value, int least, int greatest, string example)
    {
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number) && number >= least && number <= greatest)
            return number;
        Complain(key, value, $"is no whole number from {least} to {greatest}", example);
        return least;
    }

    /// <summary>Nothing may stand where it means nothing.</summary>
    public void None(string key, JsonElement value, string why)
    {
        if (value.ValueKind != JsonValueKind.Undefined)
            problems.Add($"{file}, {key}: {why}. Take it out.");
    }

    /// <summary>Members that no policy has.</summary>
    public void Unknown(string within, Dictionary<string, JsonElement> members, string known)
    {
        foreach (string key in members.Keys)
            problems.Add($"{file}, {within}{key}: there is no such field. Known: {known}.");
    }

    /// <summary>A part with members of its own; null when it is something else.</summary>
    public T? Part<T>(string key, JsonElement value, JsonTypeInfo<T> type, string example)
        where T : class
    {
        if (value.ValueKind == JsonValueKind.Object)
            return value.Deserialize(type);
        Complain(key, value, "is no object", example);
        return null;
    }

    private void Complain(string key, JsonElement value, string what, string example)
    {
        string sentence = value.ValueKind == JsonValueKind.Undefined ? "it is missing" : $"{Shown(value)} {what}";
        problems.Add($"{file}, {key}: {sentence}. Example: \"{key[(key.LastIndexOf('.') + 1)..]}\": {example}");
    }

    private static string Shown(JsonElement value)
    {
        const int Longest = 40;
        string text = value.GetRawText();
        return text.Length <= Longest ? text : text[..(Longest - 1)] + "…";
    }
}

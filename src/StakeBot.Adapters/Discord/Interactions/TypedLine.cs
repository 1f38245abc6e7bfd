using System.Globalization;
using System.Text;
using System.Text.Json;
using StakeBot.Bot.Commands;

namespace StakeBot.Adapters.Discord.Interactions;

/// <summary>A slash command with its options as the line that one would have typed: all platforms have one parser.</summary>
internal static class TypedLine
{
    /// <summary><c>/frontier measure:cvar data</c>.</summary>
    public static string Of(CommandSpec? spec, JsonElement data)
    {
        StringBuilder line = new($"/{data.GetProperty("name").GetString()}");
        if (!data.TryGetProperty("options", out JsonElement options) || options.ValueKind != JsonValueKind.Array)
            return line.ToString();
        foreach (JsonElement option in options.EnumerateArray())
        {
            if (Word(spec, option) is { } word)
                line.Append(' ').Append(word);
        }
        return line.ToString();
    }

    /// <summary>A command with something typed behind it.</summary>
    public static string With(string command, string typed) => $"{command} {Quoted(typed.Trim())}";

    private static string? Word(CommandSpec? spec, JsonElement option)
    {
        string name = option.GetProperty("name").GetString() ?? "";
        JsonElement value = option.TryGetProperty("value", out JsonElement given) ? given : default;
        bool isFlag = spec?.Options.FirstOrDefault(known => known.Name == name)?.Kind == OptionKind.Flag;
        return value.ValueKind switch
        {
            JsonValueKind.True => isFlag ? name : $"{name}:true",
            JsonValueKind.False => isFlag ? null : $"{name}:false",
            JsonValueKind.Number => string.Create(CultureInfo.InvariantCulture, $"{name}:{value.GetRawText()}"),
            JsonValueKind.String => $"{name}:{Quoted(value.GetString()!)}",
            _ => name,
        };
    }

    // The typed form knows no quotes within quotes.
    private static string Quoted(string value)
    {
        string plain = value.Replace('"', '\'').Replace('“', '\'').Replace('”', '\'');
        return plain.Length == 0 || plain.Any(char.IsWhiteSpace) ? $"\"{plain}\"" : plain;
    }
}

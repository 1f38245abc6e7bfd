using System.Globalization;

namespace StakeBot.Bot.Commands;

/// <summary>Reads one value of one option, or says what is wrong with it.</summary>
internal static class OptionValue
{
    private static readonly string[] FlagWords = ["yes", "on", "true", ""];

    /// <summary>The value, or the reason why it is none.</summary>
    public static (object? Value, string? Wrong) Read(OptionSpec option, string text) => option.Kind switch
    {
        OptionKind.Choice => Choice(option, text),
        OptionKind.Whole => Whole(option, text),
        OptionKind.Percent => Percent(option, text),
        OptionKind.Models => Models(option, text),
        OptionKind.Flag => FlagWords.Contains(text, StringComparer.OrdinalIgnoreCase) || text.Equals(option.Name, StringComparison.OrdinalIgnoreCase)
            ? (true, null)
            : (null, $"'{option.Name}' takes no value."),
        OptionKind.Text => text.Length == 0 ? (null, $"'{option.Name}' needs a text.") : (text, null),
        _ => throw new InvalidOperationException($"Unknown kind {option.Kind}."),
    };

    private static (object?, string?) Choice(OptionSpec option, string text)
    {
        string? choice = option.Choices.FirstOrDefault(word => word.Equals(text, StringComparison.OrdinalIgnoreCase));
        return choice is not null ? (choice, null) : (null, $"'{Shown(text)}' is no {option.Name}; it is one of {string.Join(", ", option.Choices)}.");
    }

    private static (object?, string?) Whole(OptionSpec option, string text)
    {
        bool read = int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number);
        if (read && number >= option.Least && number <= option.Greatest)
            return (number, null);
        return (null, $"'{Shown(text)}' is no {option.Name}; it is a whole number from {option.Least} to {option.Greatest}.");
    }

    private static (object?, string?) Percent(OptionSpec option, string text)
    {
        string trimmed = text.Trim();
        if (trimmed.Contains(',', StringComparison.Ordinal))
            return (null, $"'{Shown(text)}' has a comma. Write the decimal mark as a point: {option.Name}:2.5%.");
        bool percent = trimmed.EndsWith('%');
        string digits = percent ? trimmed[..^1].TrimEnd() : trimmed;
        if (!double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number))
            return (null, $"'{Shown(text)}' is no {option.Name}; write it like {option.Example}.");
        if (!percent && number > 1)
            return (null, $"Is '{Shown(text)}' {Shown(text)} percent? Then write {option.Name}:{Shown(text)}%.");
        double share = percent ? number / 100 : number;
        return share is > 0 and <= 1 ? (share, null) : (null, $"'{Shown(text)}' is no {option.Name}; it lies above 0 % and is at most 100 %.");
    }

    private static (object?, string?) Models(OptionSpec option, string text)
    {
        string[] names = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return names.Length == 0 ? (null, $"'{option.Name}' needs a name; write it like {option.Example}.") : (names, null);
    }

    /// <summary>What somebody typed, short enough to be repeated to him.</summary>
    internal static string Shown(string text) => text.Length <= 40 ? text : text[..39] + "…";
}

namespace StakeBot.Bot.Commands;

/// <summary>
/// Reads the words after a command's name. Named values go to their option; a bare word goes to the choice that knows it, else to the flag of that
/// name, else to the first option without a value that can take it.
/// </summary>
internal static class OptionParser
{
    /// <summary>The values by option name, or one sentence about what is wrong.</summary>
    public static (IReadOnlyDictionary<string, object> Values, string? Wrong) Parse(CommandSpec spec, IReadOnlyList<string> words)
    {
        Dictionary<string, object> values = [];
        foreach (string word in words)
        {
            (OptionSpec? option, string text, string? wrong) = Assign(spec, word, values);
            if (option is null)
                return (values, wrong);
            if (values.ContainsKey(option.Name))
                return (values, $"'{option.Name}' is given twice.");
            (object? value, wrong) = OptionValue.Read(option, text);
            if (value is null)
                return (values, wrong);
            values[option.Name] = value;
        }
        return (values, null);
    }

    private static (OptionSpec? Option, string Text, string? Wrong) Assign(CommandSpec spec, string word, Dictionary<string, object> values)
    {
        (string? name, string text) = CommandSyntax.Pair(word);
        if (name is not null && spec.Options.FirstOrDefault(o => o.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } named)
            return (named, text, null);
        if (name is not null && !spec.Options.Any(o => o.Kind is OptionKind.Text or OptionKind.Models))
            return (null, text, $"/{spec.Name} has no option '{OptionValue.Shown(name)}'. {Known(spec)}");
        OptionSpec[] free = [.. spec.Options.Where(o => !values.ContainsKey(o.Name))];
        OptionSpec? taker =
            free.Concat(spec.Options).FirstOrDefault(o => o.Kind == OptionKind.Choice && o.Choices.Contains(word, StringComparer.OrdinalIgnoreCase))
            ?? free.FirstOrDefault(o => o.Kind == OptionKind.Flag && o.Name.Equals(word, StringComparison.OrdinalIgnoreCase))
            ?? free.FirstOrDefault(o => o.Kind is not (OptionKind.Choice or OptionKind.Flag) && OptionValue.Read(o, word).Value is not null);
        if (taker is not null)
            return (taker, word, null);
        return (null, word, $"I do not know what '{OptionValue.Shown(word)}' means for /{spec.Name}. {Known(spec)}");
    }

    private static string Known(CommandSpec spec) => spec.Options.Count == 0
        ? "It takes no options."
        : $"It takes {string.Join(", ", spec.Options.Select(Described))}.";

    private static string Described(OptionSpec option) =>
        option.Kind == OptionKind.Choice ? $"{option.Name} ({string.Join(" | ", option.Choices)})" : option.Example;
}

using System.Text.Json.Nodes;
using StakeBot.Bot.Commands;
using StakeBot.Bot.People;

namespace StakeBot.Adapters.Discord.Commands;

/// <summary>The catalogue as Discord's slash commands. What may be done is decided by the gate: permissions here only hide.</summary>
internal static class CommandJson
{
    private const int ChatInput = 1;
    private const int Text = 3;
    private const int Whole = 4;
    private const int YesNo = 5;
    private const int InServers = 0;
    private const int WithTheBot = 1;
    private const int InstalledInServers = 0;
    private const int LongestDescription = 100;
    private const int MostChoices = 25;
    private const int LongestChoice = 100;

    // Discord's "manage server".
    private const string ForAdministrators = "32";

    /// <summary>All commands of all servers and of private conversations.</summary>
    public static JsonArray Global(IReadOnlyList<CommandSpec> specs) => [.. specs.Select(spec =>
    {
        JsonObject command = Of(spec);
        command["contexts"] = spec.InPrivate ? new JsonArray(WithTheBot) : new JsonArray(InServers, WithTheBot);
        command["integration_types"] = new JsonArray(InstalledInServers);
        return command;
    })];

    /// <summary>The commands of one server, where Discord knows no contexts: those for private conversations refuse by themselves.</summary>
    public static JsonArray OfServer(IReadOnlyList<CommandSpec> specs) => [.. specs.Select(Of)];

    private static JsonObject Of(CommandSpec spec) => new()
    {
        ["type"] = ChatInput,
        ["name"] = spec.Name,
        ["description"] = Shortened(spec.Summary),
        ["default_member_permissions"] = spec.Needs == Role.Owner ? ForAdministrators : null,
        ["options"] = new JsonArray([.. spec.Options.Select(Of)]),
    };

    private static JsonObject Of(OptionSpec option)
    {
        JsonObject json = new()
        {
            ["type"] = option.Kind switch { OptionKind.Whole => Whole, OptionKind.Flag => YesNo, _ => Text },
            ["name"] = option.Name,
            ["description"] = Shortened(option.Summary),
        };
        if (option.Kind == OptionKind.Whole)
        {
            json["min_value"] = option.Least;
            json["max_value"] = option.Greatest;
        }
        if (option.Kind == OptionKind.Choice && AreChoices(option))
            json["choices"] = new JsonArray([.. option.Choices.Select(word => new JsonObject { ["name"] = word, ["value"] = word })]);
        else if (option.Kind == OptionKind.Choice || option.Completes != Completes.Nothing)
            json["autocomplete"] = true;
        return json;
    }

    private static bool AreChoices(OptionSpec option) =>
        option.Choices.Count <= MostChoices && option.Choices.All(word => word.Length is > 0 and <= LongestChoice);

    // Cut at a word; /help has the whole sentence.
    private static string Shortened(string text)
    {
        if (text.Length <= LongestDescription)
            return text;
        int end = text.LastIndexOf(' ', LongestDescription - 2);
        return text[..(end > 0 ? end : LongestDescription - 1)].TrimEnd(',', ';', ':', '.') + "…";
    }
}

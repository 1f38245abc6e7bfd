using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using StakeBot.Adapters.Discord.Commands;
using StakeBot.Bot.Commands;
using StakeBot.Bot.Execution;
using StakeBot.Bot.People;
using StakeBot.Testing;

namespace StakeBot.Adapters.Tests.Discord.Commands;

public sealed partial class CommandJsonTests
{
    [Fact]
    public void The_whole_catalogue_is_within_Discords_limits()
    {
        using ServiceProvider bot = BotUnderTest.With(Aviary.Account(), new FakeCharts(), ExecutionMode.Paper, Aviary.Rules);
        IReadOnlyList<CommandSpec> specs = bot.GetRequiredService<CommandCatalogue>().Specs;

        JsonArray commands = CommandJson.Global(specs);

        Assert.Equal(specs.Count, commands.Count);
        Assert.InRange(commands.Count, 20, 100);
        Assert.Equal(commands.Count, commands.Select(command => (string)command!["name"]!).Distinct().Count());
        foreach (JsonNode? command in commands)
        {
            int characters = Check(command!);
            JsonArray options = (JsonArray)command!["options"]!;
            Assert.InRange(options.Count, 0, 25);
            foreach (JsonNode? option in options)
                characters += Check(option!) + Choices(option!);
            Assert.InRange(characters, 1, 8000);
        }
    }

    [Fact]
    public void Each_kind_of_option_becomes_what_Discord_can_check()
    {
        FakeCommand command = new(
            "try",
            CommandTopic.Look,
            new OptionSpec("choice", OptionKind.Choice, "One.") { Choices = ["a", "b"] },
            new OptionSpec("many", OptionKind.Choice, "Many.") { Choices = [.. Enumerable.Range(0, 26).Select(i => $"c{i}")] },
            new OptionSpec("whole", OptionKind.Whole, "A number.") { Least = 1, Greatest = 9 },
            new OptionSpec("percent", OptionKind.Percent, "A share."),
            new OptionSpec("flag", OptionKind.Flag, "A flag."),
            new OptionSpec("models", OptionKind.Models, "Models."),
            new OptionSpec("code", OptionKind.Text, "A code.") { Completes = Completes.Proposals },
            new OptionSpec("text", OptionKind.Text, "A text."));

        JsonArray options = (JsonArray)CommandJson.OfServer([command.Spec])[0]!["options"]!;

        Assert.Equal([3, 3, 4, 3, 5, 3, 3, 3], options.Select(option => (int)option!["type"]!));
        Assert.Equal([false, true, false, false, false, true, true, false], options.Select(option => (bool?)option!["autocomplete"] ?? false));
        Assert.Equal(2, ((JsonArray)options[0]!["choices"]!).Count);
        Assert.Equal((1, 9), ((int)options[2]!["min_value"]!, (int)options[2]!["max_value"]!));
    }

    [Fact]
    public void What_is_private_is_only_in_private_and_what_is_the_owners_is_hidden_from_others()
    {
        JsonArray commands = CommandJson.Global(
        [
            new FakeCommand("open", CommandTopic.Look).Spec,
            new FakeCommand("secret", CommandTopic.Look) { InPrivate = true, Needs = Role.Owner }.Spec,
        ]);

        Assert.Equal("[0,1]", commands[0]!["contexts"]!.ToJsonString());
        Assert.Null(commands[0]!["default_member_permissions"]);
        Assert.Equal("[1]", commands[1]!["contexts"]!.ToJsonString());
        Assert.Equal("32", (string)commands[1]!["default_member_permissions"]!);
    }

    [Fact]
    public void Keys_and_exports_are_given_in_private_only()
    {
        using ServiceProvider bot = BotUnderTest.With(Aviary.Account(), new FakeCharts(), ExecutionMode.Paper, Aviary.Rules);

        Assert.Equal(["export", "link"], bot.GetRequiredService<CommandCatalogue>().Specs.Where(spec => spec.InPrivate).Select(spec => spec.Name).Order());
    }

    [Fact]
    public void In_one_server_Discord_takes_no_contexts()
    {
        JsonNode command = CommandJson.OfServer([new FakeCommand("open", CommandTopic.Look).Spec])[0]!;

        Assert.Null(command["contexts"]);
        Assert.Null(command["integration_types"]);
    }

    private static int Check(JsonNode node)
    {
        string name = (string)node["name"]!;
        string description = (string)node["description"]!;
        Assert.Matches(Name, name);
        Assert.InRange(description.Length, 1, 100);
        return name.Length + description.Length;
    }

    private static int Choices(JsonNode option)
    {
        if (option["choices"] is not JsonArray choices)
            return 0;
        Assert.InRange(choices.Count, 1, 25);
        Assert.Null(option["autocomplete"]);
        Assert.All(choices, choice => Assert.InRange(((string)choice!["name"]!).Length, 1, 100));
        return choices.Sum(choice => ((string)choice!["name"]!).Length + ((string)choice["value"]!).Length);
    }

    [GeneratedRegex("^[-_a-z0-9]{1,32}$")]
    private static partial Regex Name { get; }
}

using StakeBot.Bot.Commands;
using StakeBot.Bot.People;

namespace StakeBot.Bot.Tests.Commands;

public sealed class OptionParserTests
{
    private static readonly CommandSpec Spec = new("try", "Something to try options on", "/try", Role.Anyone, CommandTopic.Look,
    [
        new OptionSpec("measure", OptionKind.Choice, "A choice.") { Choices = ["variance", "cvar"] },
        new OptionSpec("rounds", OptionKind.Whole, "A number.") { Least = 1, Greatest = 50 },
        new OptionSpec("cap", OptionKind.Percent, "A share."),
        new OptionSpec("data", OptionKind.Flag, "A flag."),
        new OptionSpec("models", OptionKind.Models, "Names."),
    ]);

    [Theory]
    [InlineData("cvar", "measure", "cvar")]
    [InlineData("measure:cvar", "measure", "cvar")]
    [InlineData("MEASURE=CVAR", "measure", "cvar")]
    [InlineData("--measure=cvar", "measure", "cvar")]
    [InlineData("7", "rounds", 7)]
    [InlineData("cap:2.5%", "cap", 0.025)]
    [InlineData("35%", "cap", 0.35)]
    [InlineData("cap:0.35", "cap", 0.35)]
    [InlineData("data", "data", true)]
    public void A_word_finds_its_option(string word, string option, object expected)
    {
        (IReadOnlyDictionary<string, object> values, string? wrong) = OptionParser.Parse(Spec, [word]);

        Assert.Null(wrong);
        Assert.Equal(expected, Assert.Single(values).Value);
        Assert.Equal(option, values.Keys.Single());
    }

    [Fact]
    public void Names_with_blanks_can_be_quoted()
    {
        (string? name, IReadOnlyList<string> words) = CommandSyntax.Split("/try models:\"SEA EAGLE,WREN\" cvar");
        (IReadOnlyDictionary<string, object> values, string? wrong) = OptionParser.Parse(Spec, words);

        Assert.Equal("try", name);
        Assert.Null(wrong);
        Assert.Equal(["SEA EAGLE", "WREN"], (IReadOnlyList<string>)values["models"]);
    }

    [Theory]
    [InlineData("rounds:0", "whole number from 1 to 50")]
    [InlineData("rounds:many", "whole number from 1 to 50")]
    [InlineData("cap:120%", "at most 100 %")]
    [InlineData("cap:", "write it like cap:35%")]
    [InlineData("data:maybe", "takes no value")]
    [InlineData("models:,", "needs a name")]
    public void A_bad_value_gets_a_sentence(string word, string sentence)
    {
        (_, string? wrong) = OptionParser.Parse(Spec, [word]);

        Assert.Contains(sentence, wrong, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_option_names_the_known_ones()
    {
        CommandSpec bare = Spec with { Options = [Spec.Options[0]] };

        Assert.Contains("measure (variance | cvar)", OptionParser.Parse(bare, ["colour:red"]).Wrong, StringComparison.Ordinal);
        Assert.Contains("I do not know what 'red' means", OptionParser.Parse(bare, ["red"]).Wrong, StringComparison.Ordinal);
        Assert.Contains("It takes no options.", OptionParser.Parse(bare with { Options = [] }, ["red"]).Wrong, StringComparison.Ordinal);
    }
}

using Microsoft.Extensions.DependencyInjection;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Commands;
using StakeBot.Testing;

namespace StakeBot.Host.Tests.Wholesome;

public sealed class EveryCommandIsComplete
{
    [Fact]
    public void Every_command_has_a_summary_an_example_and_described_options()
    {
        Assert.All(TheCatalogue.Specs, spec =>
        {
            Assert.InRange(spec.Summary.Length, 10, 100);
            Assert.StartsWith($"/{spec.Name}", spec.Example, StringComparison.Ordinal);
            Assert.All(spec.Options, option => Assert.True(option.Summary.Length > 10, $"/{spec.Name} {option.Name} is not described"));
            Assert.All(spec.Options, option => Assert.True(option.Kind != OptionKind.Choice || option.Choices.Count > 1));
        });
    }

    [Fact]
    public void Every_command_has_a_conversation_test()
    {
        string[] talks = [.. Sources.Under("tests", "StakeBot.Bot.Tests", "Conversations").Select(file => file.Text)];

        Assert.All(TheCatalogue.Specs, spec => Assert.Contains(talks, talk => talk.Contains($"Says(\"/{spec.Name}", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Every_example_runs()
    {
        await using ServiceProvider bot = TheCatalogue.PaperBot();
        ScriptedChat chat = new(bot, TestContext.Current.CancellationToken);

        foreach (CommandSpec spec in TheCatalogue.Specs)
        {
            await chat.Says(spec.Example);
            // The proposal of an example does not exist: then the refusal must be about it, not about how it was written.
            bool namesProposal = spec.Example.Contains("P-7F3K", StringComparison.Ordinal);
            Assert.True(chat.Last.Kind == ReplyKind.Answer || (namesProposal && !chat.Text.Contains("not understood", StringComparison.Ordinal)), chat.Text);
        }
    }

    [Fact]
    public void Every_feature_folder_has_its_command_and_its_reply()
    {
        Assert.All(Sources.FoldersOf("src", "StakeBot.Bot", "Features"), feature =>
        {
            string[] files = [.. Sources.Under("src", "StakeBot.Bot", "Features", feature).Select(file => file.Name)];
            Assert.Contains(files, name => name.EndsWith("Command.cs", StringComparison.Ordinal));
            Assert.Contains(files, name => name.EndsWith("Reply.cs", StringComparison.Ordinal));
        });
    }
}

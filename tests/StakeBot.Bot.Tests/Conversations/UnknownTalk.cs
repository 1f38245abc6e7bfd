using StakeBot.Bot.Chat;

namespace StakeBot.Bot.Tests.Conversations;

public sealed class UnknownTalk
{
    [Fact]
    public async Task A_typo_names_the_nearest_command_and_runs_nothing()
    {
        var chat = Talk.WithAviary();

        await chat.Says("/fronteir");
        chat.SeesKind(ReplyKind.Refusal).Sees("I do not know /fronteir", "Did you mean /frontier?", "Nothing was changed.", "[Run /frontier]");

        await chat.Presses("Run /frontier");
        chat.SeesKind(ReplyKind.Answer);
    }

    [Theory]
    [InlineData("status", "Did you mean /status?")]
    [InlineData("hello there", "A command starts with a slash")]
    [InlineData("   ", "A command starts with a slash")]
    [InlineData("/", "A command starts with a slash")]
    [InlineData("/xyzzyplugh", "/help lists what I know.")]
    public async Task Whatever_is_no_command_gets_a_sentence(string text, string sentence)
    {
        var chat = Talk.WithAviary();

        await chat.Says(text);

        chat.SeesKind(ReplyKind.Refusal).Sees(sentence, "Nothing was changed.");
    }

    [Fact]
    public async Task A_stranger_may_read_nothing()
    {
        var chat = Talk.WithAviary().As("telegram", "4711");

        foreach (string command in new[] { "/status", "/models", "/frontier", "/risk", "/drawdown", "/correlation", "/paper advance 1" })
        {
            await chat.Says(command);
            chat.SeesKind(ReplyKind.Refusal).Sees("I do not know you", "Nothing was changed.").SeesNo("KESTREL");
        }
    }

    [Fact]
    public async Task A_novel_is_refused()
    {
        var chat = Talk.WithAviary();

        await chat.Says("/status " + new string('x', 5000));

        chat.SeesKind(ReplyKind.Refusal).Sees("at most 4000 characters");
    }
}

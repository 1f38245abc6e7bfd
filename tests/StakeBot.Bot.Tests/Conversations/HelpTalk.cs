using StakeBot.Bot.Chat;

namespace StakeBot.Bot.Tests.Conversations;

public sealed class HelpTalk
{
    [Fact]
    public async Task Help_lists_what_the_person_may_do()
    {
        var chat = Talk.WithAviary();

        await chat.Says("/help");
        chat.Sees("/status", "/frontier", "/paper", "never ask for passwords");

        await chat.As("telegram", "4711").Says("/help");
        chat.Sees("/whoami").SeesNo("• /status");
    }

    [Fact]
    public async Task Help_on_a_command_shows_its_options_and_an_example()
    {
        var chat = Talk.WithAviary();

        await chat.Says("/help frontier");

        chat.Sees("measure:variance|cvar|cdar|maxdrawdown", "Example: /frontier", "Needs the role: viewer");
    }

    [Fact]
    public async Task Help_on_a_mistyped_command_suggests_the_nearest()
    {
        var chat = Talk.WithAviary();

        await chat.Says("/help fronteir");

        chat.SeesKind(ReplyKind.Refusal).Sees("Did you mean /help frontier?", "Nothing was changed.");
    }
}

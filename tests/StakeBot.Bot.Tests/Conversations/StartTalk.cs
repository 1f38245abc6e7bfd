namespace StakeBot.Bot.Tests.Conversations;

public sealed class StartTalk
{
    [Fact]
    public async Task The_owner_is_greeted_and_led_on()
    {
        var chat = Talk.WithAviary();

        await chat.Says("/start");
        chat.Sees("[DRY RUN] StakeBot", "I am not Numerai", "never ask for passwords", "[Show status]");

        await chat.Presses("Show status");
        chat.Sees("Equity");
    }

    [Fact]
    public async Task A_stranger_is_greeted_and_told_how_to_get_in()
    {
        var chat = Talk.WithAviary().As("telegram", "4711");

        await chat.Says("/start");

        chat.Sees("I do not know you yet", "[Show my id]").SeesNo("[Show status]");
    }
}

namespace StakeBot.Bot.Tests.Conversations;

public sealed class WhoAmITalk
{
    [Fact]
    public async Task Whoami_shows_id_and_role()
    {
        var chat = Talk.WithAviary();

        await chat.Says("/whoami");
        chat.Sees("You are the owner", "Platform web, id scripted");

        await chat.As("discord", "80351110224678912").Says("/whoami");
        chat.Sees("You are the stranger", "id 80351110224678912", "tell him the id above");
    }
}

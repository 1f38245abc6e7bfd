using StakeBot.Bot.Chat;

namespace StakeBot.Bot.Tests.Conversations;

public sealed class ModelsTalk
{
    [Fact]
    public async Task Models_are_listed_with_figures_and_reasons()
    {
        var chat = Talk.WithAviary();

        await chat.Says("/models");

        chat.Sees(
            "7 models, 6 with enough history",
            "• KESTREL (Classic): +",
            " ± ",
            "• CROW (Classic): left out, 5 resolved rounds of 80; at least 64 are needed",
            "Classic is priced under classic-test",
            "Bayes–Stein");
        Assert.Equal(7, chat.Last.Table!.Rows.Count);
    }

    [Fact]
    public async Task A_page_that_is_not_there_is_refused()
    {
        var chat = Talk.WithAviary();

        await chat.Says("/models 3");

        chat.SeesKind(ReplyKind.Refusal).Sees("There is no page 3", "Nothing was changed.");
    }
}

using StakeBot.Bot.Chat;

namespace StakeBot.Bot.Tests.Conversations;

public sealed class CorrelationTalk
{
    [Fact]
    public async Task Correlation_names_the_closest_pair_and_draws_a_heat_map()
    {
        var chat = Talk.WithAviary();

        await chat.Says("/correlation");

        chat.Sees("• Closest: ", "• Furthest: ", "Median of all pairs", "uncertain by about ±").SeesPicture("Heat map");
        Assert.Equal(6, chat.Last.Table!.Rows.Count);
    }

    [Fact]
    public async Task Few_models_need_no_picture_and_one_is_too_few()
    {
        var chat = Talk.WithAviary();

        await chat.Says("/correlation KESTREL,HERON");
        Assert.Empty(chat.Last.Pictures);
        chat.Sees("KESTREL and HERON").SeesNo("Furthest");

        await chat.Says("/correlation KESTREL");
        chat.SeesKind(ReplyKind.Refusal).Sees("There are no two models to compare", "Nothing was computed.");
    }
}

using StakeBot.Bot.Chat;

namespace StakeBot.Bot.Tests.Conversations;

/// <summary>Without a simulated account; with one the talk is in StakeBot.Host.Tests, where the rooms meet.</summary>
public sealed class PaperTalk
{
    [Fact]
    public async Task There_is_nothing_to_move_where_the_data_are_real()
    {
        var chat = Talk.WithAviary();

        await chat.Says("/paper advance 3");

        chat.SeesKind(ReplyKind.Refusal).Sees("There is no simulated account here", "Nothing was changed.");
    }

    [Fact]
    public async Task A_number_of_rounds_out_of_range_is_refused()
    {
        var chat = Talk.WithAviary();

        await chat.Says("/paper advance rounds:1000");

        chat.SeesKind(ReplyKind.Refusal).Sees("'1000' is no rounds; it is a whole number from 1 to 260.");
    }
}

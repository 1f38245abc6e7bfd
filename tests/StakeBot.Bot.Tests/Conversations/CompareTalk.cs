using StakeBot.Bot.Chat;

namespace StakeBot.Bot.Tests.Conversations;

public sealed class CompareTalk
{
    [Fact]
    public async Task Two_models_are_compared_with_an_error_and_a_chance()
    {
        var chat = Talk.WithAviary();

        await chat.Says("/compare WREN KESTREL");

        chat.SeesKind(ReplyKind.Answer).Sees("WREN", "KESTREL", "KESTREL less WREN, per window (4 rounds, about 1 week)", " ± ", "comes by chance in", "From 80 rounds that both have");
        Assert.Equal(2, chat.Last.Table!.Rows.Count);

        string difference = (string)chat.Last.Table.Rows[0][1].Text;
        await chat.Says("/compare kestrel,wren");
        Assert.Equal(difference, chat.Last.Table!.Rows[0][1].Text.Replace('−', '+'));
    }

    [Theory]
    [InlineData("/compare", "Two models are needed, not 0.")]
    [InlineData("/compare KESTREL", "Two models are needed, not 1.")]
    [InlineData("/compare KESTREL DODO", "I do not know DODO.")]
    [InlineData("/compare KESTREL kestrel", "cannot be compared with itself")]
    [InlineData("/compare KESTREL TERN", "paid by different rules")]
    [InlineData("/compare KESTREL CROW", "They have 5 common rounds; 8 are needed")]
    public async Task What_cannot_be_compared_is_a_sentence(string line, string sentence)
    {
        var chat = Talk.WithAviary();

        await chat.Says(line);

        chat.SeesKind(ReplyKind.Refusal).Sees(sentence, "Nothing was computed.");
    }
}

using StakeBot.Bot.Chat;
using StakeBot.Bot.People;
using StakeBot.Bot.Secrets;
using StakeBot.Testing;

namespace StakeBot.Bot.Tests.Conversations;

public sealed class SecretTalk
{
    [Theory]
    [InlineData(SomeKeys.ReadingId)]
    [InlineData("/link start " + SomeKeys.ReadingSecret)]
    [InlineData("/nonsense " + SomeKeys.ReadingId + "$" + SomeKeys.ReadingSecret)]
    [InlineData("legal winner thank year wave sausage worth useful legal winner thank yellow")]
    public async Task A_secret_in_the_chat_is_refused_and_not_echoed(string text)
    {
        using Household house = new();

        await house.Chat.As("telegram", "1").Says(text);

        house.Chat.SeesKind(ReplyKind.Refusal).Sees("That looked like a secret", "treat the secret as leaked", "Nothing was changed.", "[Link a key]");
        house.Chat.SeesNo(SomeKeys.ReadingId).SeesNo(SomeKeys.ReadingSecret).SeesNo("sausage");
        Assert.DoesNotContain(SomeKeys.ReadingId, house.Store.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_inbox_hands_on_a_placeholder()
    {
        Inbox inbox = new();
        ChatMessage message = new(new ChatAddress("telegram", "1"), new PlatformIdentity("telegram", "1", "Ben"), $"key {SomeKeys.ReadingId}", "1");

        await inbox.PostAsync(message, TestContext.Current.CancellationToken);

        ChatMessage taken = await inbox.Messages.ReadAsync(TestContext.Current.CancellationToken);
        Assert.Equal(SecretGuard.Placeholder, taken.Text);
    }
}

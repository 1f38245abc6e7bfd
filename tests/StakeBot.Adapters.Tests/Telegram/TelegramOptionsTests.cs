using Microsoft.Extensions.Options;
using StakeBot.Adapters.Telegram;

namespace StakeBot.Adapters.Tests.Telegram;

public sealed class TelegramOptionsTests
{
    private const string Token = "123456:ABC-DEF_1234567890";

    [Fact]
    public void Nothing_is_right_and_so_is_a_token_alone()
    {
        Assert.True(Check(new()).Succeeded);
        Assert.True(Check(new() { Token = Token }).Succeeded);
        Assert.True(Check(new() { Token = Token, OwnerId = "5", ApiBase = "http://127.0.0.1:8081", WebhookUrl = "https://bot.example.org/telegram", WebhookSecret = "0123456789abcdef" }).Succeeded);
    }

    [Fact]
    public void What_is_wrong_is_named_with_its_key_and_an_example()
    {
        Assert.True(Check(new() { Token = Token, ApiBase = "http://bots.example.org" }).Failed);
        ValidateOptionsResult all = Check(new() { OwnerId = "ana", ApiBase = "api", WebhookUrl = "http://bot.example.org/telegram", WebhookSecret = "short" });

        foreach (string key in (string[])["Telegram:Token is missing", "Telegram:OwnerId is no number", "Telegram:ApiBase is not", "Telegram:WebhookUrl is not", "Telegram:WebhookSecret has to be"])
            Assert.Contains(all.Failures!, failure => failure.StartsWith(key, StringComparison.Ordinal) && failure.Contains("such as", StringComparison.Ordinal) | failure.Contains("looks like", StringComparison.Ordinal));
        Assert.Contains(Check(new() { Token = "hello" }).Failures!, failure => failure.StartsWith("Telegram:Token is not a bot's token", StringComparison.Ordinal));
        Assert.Contains(Check(new() { Token = Token, WebhookSecret = "0123456789abcdef" }).Failures!, failure => failure.StartsWith("Telegram:WebhookSecret is set without", StringComparison.Ordinal));
        Assert.True(Check(new() { Token = Token, WebhookUrl = "https://bot.example.org", WebhookSecret = "0123456789abcdef" }).Failed);
    }

    private static ValidateOptionsResult Check(TelegramOptions options) => new TelegramOptionsValidator().Validate(null, options);
}

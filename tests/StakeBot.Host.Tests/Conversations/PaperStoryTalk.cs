using Microsoft.Extensions.DependencyInjection;
using StakeBot.Bot.Chat;
using StakeBot.Host.Tests.Wholesome;
using StakeBot.Testing;

namespace StakeBot.Host.Tests.Conversations;

/// <summary>The simulated account as a new user meets it: every room but the web is the real one.</summary>
public sealed class PaperStoryTalk
{
    [Fact]
    public async Task Rounds_pay_and_burn_while_one_watches()
    {
        await using ServiceProvider bot = TheCatalogue.PaperBot();
        ScriptedChat chat = new(bot, TestContext.Current.CancellationToken);

        await chat.Says("/status");
        chat.Sees("[PAPER]", "Classic round 1404", "Classic (Atomic, 64 rounds overlap)", "Signals (Legacy, 64 rounds overlap", "pending", "of it is owed: burns that were put off");

        await chat.Says("/paper");
        chat.Sees("The simulated account is at");

        await chat.Presses("Move 5 rounds on");
        chat.Sees("Moved from round 1404 to 1409", "paid ", "burned ");
        Assert.NotEmpty(chat.Last.Table!.Rows);

        await chat.Says("/status");
        chat.Sees("Classic round 1409");

        await chat.Says("/paper reset");
        chat.Sees("starts anew", "Classic round 1404");
    }

    [Fact]
    public async Task The_figures_of_a_new_account_are_worth_reading()
    {
        await using ServiceProvider bot = TheCatalogue.PaperBot();
        ScriptedChat chat = new(bot, TestContext.Current.CancellationToken);

        await chat.Says("/risk");
        chat.SeesKind(ReplyKind.Answer).Sees("Two-percent rule broken by", "64 rounds, about 13 weeks", "worth about").SeesPicture();

        await chat.Says("/frontier");
        chat.SeesKind(ReplyKind.Answer).Sees("Within the two-percent caps", "Bayes–Stein").SeesPicture();

        await chat.Says("/drawdown");
        chat.SeesKind(ReplyKind.Answer).SeesPicture();

        await chat.Says("/correlation");
        chat.SeesKind(ReplyKind.Answer).SeesPicture();
    }
}

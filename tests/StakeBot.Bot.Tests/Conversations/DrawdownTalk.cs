using StakeBot.Bot.Chat;
using StakeBot.Bot.Ports.Plots;
using StakeBot.Testing;

namespace StakeBot.Bot.Tests.Conversations;

public sealed class DrawdownTalk
{
    [Fact]
    public async Task Drawdown_says_now_worst_and_recovery()
    {
        FakeCharts charts = new();
        var chat = Talk.WithAviary(charts);

        await chat.Says("/drawdown");

        chat.Sees("below its peak; the worst was", "Worst: −", "What if: today's stakes held", "over 80 resolved rounds", "Burned in the last 7 days: 0.25 NMR over 1 rounds.")
            .SeesPicture("Area chart");
        DrawdownPlot plot = Assert.IsType<DrawdownPlot>(Assert.Single(charts.Drawn));
        Assert.Equal(plot.UnderWater.Min(), plot.UnderWater[plot.Trough]);
    }

    [Fact]
    public async Task A_span_and_a_model_can_be_chosen()
    {
        var chat = Talk.WithAviary();

        await chat.Says("/drawdown 3m");
        chat.Sees("over 66 resolved rounds");

        await chat.Says("/drawdown model:KESTREL");
        chat.Sees("KESTREL is", "all NMR on this model");

        await chat.Says("/drawdown model:CROW");
        chat.SeesKind(ReplyKind.Refusal).Sees("CROW is left out", "Nothing was computed.");

        await chat.Says("/drawdown model:DODO");
        chat.SeesKind(ReplyKind.Refusal).Sees("There is no model DODO");
    }
}

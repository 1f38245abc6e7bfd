using Microsoft.Extensions.DependencyInjection;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Ports;
using StakeBot.Testing;

namespace StakeBot.Bot.Tests;

/// <summary>Starts conversations over the made-up account.</summary>
internal static class Talk
{
    /// <summary>The small account, as the owner.</summary>
    public static ScriptedChat WithAviary(FakeCharts? charts = null) => With(Aviary.Account(), charts ?? new FakeCharts());

    /// <summary>Any account, as the owner.</summary>
    public static ScriptedChat With(INumerai account, FakeCharts charts) =>
        new(BotUnderTest.With(account, charts, ExecutionMode.DryRun, Aviary.Rules), TestContext.Current.CancellationToken);

    /// <summary>The bot itself, for tests that look behind the conversation.</summary>
    public static ServiceProvider Bot(INumerai account) => BotUnderTest.With(account, new FakeCharts(), ExecutionMode.DryRun, Aviary.Rules);
}

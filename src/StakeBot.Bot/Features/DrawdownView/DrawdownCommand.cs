using StakeBot.Bot.Chat;
using StakeBot.Bot.Commands;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Funds;
using StakeBot.Bot.People;
using StakeBot.Bot.Ports;

namespace StakeBot.Bot.Features.DrawdownView;

/// <summary>/drawdown: how far the fund would have fallen from its peaks, had today's stakes been held.</summary>
internal sealed class DrawdownCommand(FundReader funds, IChartRenderer charts, BotMode mode) : ICommand
{
    public CommandSpec Spec { get; } = new(
        "drawdown",
        "The fall from the peak with today's stakes: now, worst, and how long it took",
        "/drawdown 12m",
        Role.Viewer,
        CommandTopic.Look,
        [
            new OptionSpec("span", OptionKind.Choice, "How far back; without it, everything there is.") { Choices = ["3m", "6m", "12m", "all"] },
            new OptionSpec("model", OptionKind.Models, "One model alone instead of the fund."),
        ]);

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        Fund fund = await funds.ReadAsync(ct);
        return HeldPath.Of(fund, call.Choice("span") ?? "all", call.Models("model")) switch
        {
            HeldPath.Walked path => DrawdownReply.Of(mode.Value, fund, path, charts),
            HeldPath.Impossible impossible => DrawdownReply.Refuse(mode.Value, impossible.Reason),
            _ => throw new InvalidOperationException("A path is walked or impossible."),
        };
    }
}

using StakeBot.Bot.Chat;
using StakeBot.Bot.Commands;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Funds;
using StakeBot.Bot.People;
using StakeBot.Bot.Ports;
using StakeBot.Core.Proposals;

namespace StakeBot.Bot.Features.BacktestView;

/// <summary>/backtest: what a policy would have done to the fund, beside plain portfolios or on other schedules.</summary>
internal sealed class BacktestCommand(FundReader funds, PolicyBook policies, IChartRenderer charts, BotMode mode) : ICommand
{
    public CommandSpec Spec { get; } = new(
        "backtest",
        "What policies would have done to the fund, knowing only what was known then",
        "/backtest policy:cautious rebalance:calendar every:20",
        Role.Viewer,
        CommandTopic.Look,
        BacktestRequest.Options(policies));

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        (BacktestRequest? request, string? wrong) = BacktestRequest.Of(call, policies);
        if (request is null)
            return BacktestReply.Refuse(mode.Value, null, "These options do not go together", wrong!);
        Fund fund = await funds.ReadWithWatchedAsync(ct);
        return await BacktestStudy.OfAsync(fund, request, ct) switch
        {
            BacktestStudy.Done study => BacktestReply.Of(mode.Value, fund, study, charts),
            BacktestStudy.Refused refused => BacktestReply.Refuse(mode.Value, fund, refused.Title, refused.Reason),
            _ => throw new InvalidOperationException("A study is done or refused."),
        };
    }
}

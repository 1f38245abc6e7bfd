using StakeBot.Bot.Chat;
using StakeBot.Bot.Commands;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Funds;
using StakeBot.Bot.People;
using StakeBot.Bot.Ports;

namespace StakeBot.Bot.Features.FrontierView;

/// <summary>/frontier: the best that could be expected at each risk, and where the fund stands beside it.</summary>
internal sealed class FrontierCommand(FundReader funds, IChartRenderer charts, BotMode mode) : ICommand
{
    public CommandSpec Spec { get; } = new(
        "frontier",
        "The efficient frontier of the models: least risk, best ratio, the caps, and where you are",
        "/frontier measure:cvar",
        Role.Viewer,
        CommandTopic.Look,
        FrontierRequest.Options);

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        Fund fund = await funds.ReadWithWatchedAsync(ct);
        FrontierRequest request = FrontierRequest.Of(call);
        return FrontierStudy.Of(fund, request) switch
        {
            FrontierStudy.Drawn study => FrontierReply.Of(mode.Value, fund, study, await FrontierUncertainty.OfAsync(study, ct), charts),
            FrontierStudy.Refused refused => FrontierReply.Refuse(mode.Value, fund, refused),
            _ => throw new InvalidOperationException("A study is drawn or refused."),
        };
    }
}

using StakeBot.Bot.Chat;
using StakeBot.Bot.Commands;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Funds;
using StakeBot.Bot.People;
using StakeBot.Bot.Ports;

namespace StakeBot.Bot.Features.CorrelationView;

/// <summary>/correlation: which models move together, so that they burn together.</summary>
internal sealed class CorrelationCommand(FundReader funds, IChartRenderer charts, BotMode mode) : ICommand
{
    public CommandSpec Spec { get; } = new(
        "correlation",
        "Which models burn together: correlations of their window results",
        "/correlation",
        Role.Viewer,
        CommandTopic.Look,
        [new OptionSpec("models", OptionKind.Models, "Only these models; without it, all with enough history.")]);

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        Fund fund = await funds.ReadWithWatchedAsync(ct);
        return CorrelationReply.Of(mode.Value, fund, Correlations.Of(fund, call.Models("models")), charts);
    }
}

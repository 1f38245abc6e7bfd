using StakeBot.Bot.Chat;
using StakeBot.Bot.Commands;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Funds;
using StakeBot.Bot.People;
using StakeBot.Bot.Ports;

namespace StakeBot.Bot.Features.BurnView;

/// <summary>/burn: what the rounds that are open will pay or burn, with what is known of them already.</summary>
internal sealed class BurnCommand(FundReader funds, IChartRenderer charts, BotMode mode) : ICommand
{
    public CommandSpec Spec { get; } = new(
        "burn",
        "What the open rounds may pay or burn, given what is resolved and scored so far",
        "/burn",
        Role.Viewer,
        CommandTopic.Look,
        [new OptionSpec("model", OptionKind.Models, "Only these models' rounds; without it, the whole fund.")]);

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        Fund fund = await funds.ReadAsync(ct);
        return BurnStudy.Of(fund, call.Models("model")) switch
        {
            BurnStudy.Open open => BurnReply.Of(mode.Value, fund, open, charts),
            BurnStudy.Impossible impossible => BurnReply.Refuse(mode.Value, impossible),
            _ => throw new InvalidOperationException("Open rounds are assessed or not."),
        };
    }
}

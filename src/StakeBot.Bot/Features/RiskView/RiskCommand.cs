using StakeBot.Bot.Chat;
using StakeBot.Bot.Commands;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Funds;
using StakeBot.Bot.People;
using StakeBot.Bot.Ports;

namespace StakeBot.Bot.Features.RiskView;

/// <summary>/risk: the two-percent rule, the burn budget, where the risk comes from and what would mend it.</summary>
internal sealed class RiskCommand(FundReader funds, IChartRenderer charts, BotMode mode) : ICommand
{
    public CommandSpec Spec { get; } = new(
        "risk",
        "The two-percent rule, the burn budget, and which models the risk comes from",
        "/risk",
        Role.Viewer,
        CommandTopic.Look,
        [new OptionSpec("model", OptionKind.Models, "One model in detail; without it, the whole fund.")]);

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        Fund fund = await funds.ReadAsync(ct);
        if (fund.Risk is null)
            return RiskReply.TooShort(mode.Value, fund);
        if (call.Models("model") is { } names)
            return ModelRiskReply.Of(mode.Value, fund, names);
        return RiskReply.Of(mode.Value, fund, charts);
    }
}

using StakeBot.Bot.Chat;
using StakeBot.Bot.Commands;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Funds;
using StakeBot.Bot.People;

namespace StakeBot.Bot.Features.Status;

/// <summary>/status: what is staked, what waits, what can burn, and whether a limit is broken.</summary>
internal sealed class StatusCommand(FundReader funds, BotMode mode) : ICommand
{
    public CommandSpec Spec { get; } = new(
        "status",
        "Totals, every model's stake, what is pending, and how the limits stand",
        "/status",
        Role.Viewer,
        CommandTopic.Look,
        []);

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        Fund fund = await funds.ReadAsync(ct);
        return StatusReply.Of(mode.Value, fund);
    }
}

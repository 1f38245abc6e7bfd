using StakeBot.Bot.Chat;
using StakeBot.Bot.Commands;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Funds;
using StakeBot.Bot.People;

namespace StakeBot.Bot.Features.Models;

/// <summary>/models: every model with what its history says, best expected result first; and who is left out of the estimates, and why.</summary>
internal sealed class ModelsCommand(FundReader funds, BotMode mode) : ICommand
{
    public CommandSpec Spec { get; } = new(
        "models",
        "Every model: expected result, deviation and bad window; who is left out and why",
        "/models",
        Role.Viewer,
        CommandTopic.Look,
        [new OptionSpec("page", OptionKind.Whole, "Ten models a page; without it, the first page.") { Least = 1, Greatest = 1000 }]);

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        Fund fund = await funds.ReadAsync(ct);
        return ModelsReply.Of(mode.Value, fund, call.Whole("page") ?? 1);
    }
}

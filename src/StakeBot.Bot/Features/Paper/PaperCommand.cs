using StakeBot.Bot.Chat;
using StakeBot.Bot.Commands;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Funds;
using StakeBot.Bot.People;
using StakeBot.Bot.Ports;

namespace StakeBot.Bot.Features.Paper;

/// <summary>/paper: the simulated account's clock. Moves it on, so that payouts and burns happen while one watches, or starts it anew.</summary>
internal sealed class PaperCommand(FundReader funds, BotMode mode, IPaperAccount? account = null) : ICommand
{
    private const int RoundsInAYear = 260;

    public CommandSpec Spec { get; } = new(
        "paper",
        "The simulated account: move it rounds on, or start it anew",
        "/paper advance 5",
        Role.Owner,
        CommandTopic.Act,
        [
            new OptionSpec("action", OptionKind.Choice, "advance moves on, reset starts anew, show (the default) says where it is.") { Choices = ["advance", "reset", "show"] },
            new OptionSpec("rounds", OptionKind.Whole, "How many rounds to move on; without it, one.") { Least = 1, Greatest = RoundsInAYear },
        ]);

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        if (account is null)
            return PaperReply.NoAccount(mode.Value);
        switch (call.Choice("action"))
        {
            case "reset":
                await account.ResetAsync(ct);
                return PaperReply.Reset(mode.Value, await funds.ReadAsync(ct));
            case "advance":
                PaperAdvance advance = await account.AdvanceAsync(call.Whole("rounds") ?? 1, ct);
                return PaperReply.Advanced(mode.Value, advance, await funds.ReadAsync(ct));
            default:
                return PaperReply.Show(mode.Value, await funds.ReadAsync(ct));
        }
    }
}

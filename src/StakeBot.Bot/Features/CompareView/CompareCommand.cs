using StakeBot.Bot.Chat;
using StakeBot.Bot.Commands;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Funds;
using StakeBot.Bot.People;

namespace StakeBot.Bot.Features.CompareView;

/// <summary>/compare A B: is B really better than A, or can the history not tell?</summary>
internal sealed class CompareCommand(FundReader funds, BotMode mode) : ICommand
{
    public CommandSpec Spec { get; } = new(
        "compare",
        "Whether one model is really better than another, or only looks so",
        "/compare KESTREL HERON",
        Role.Viewer,
        CommandTopic.Look,
        [
            new OptionSpec("first", OptionKind.Models, "The model to compare with."),
            new OptionSpec("second", OptionKind.Models, "The model that may be better."),
        ]);

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        Fund fund = await funds.ReadWithWatchedAsync(ct);
        IReadOnlyList<string> names = [.. call.Models("first") ?? [], .. call.Models("second") ?? []];
        return ModelPair.Of(fund, names) switch
        {
            ModelPair.Found pair => CompareReply.Of(mode.Value, fund, pair),
            ModelPair.Missing missing => CompareReply.Refuse(mode.Value, missing.Reason),
            _ => throw new InvalidOperationException("A pair is found or missing."),
        };
    }
}

using StakeBot.Bot.Chat;
using StakeBot.Bot.Commands;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Execution.Cards;
using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.People;

namespace StakeBot.Bot.Features.Proposals;

/// <summary>/proposals: what waits, what is being carried out, what became of the others; with a code, one of them again.</summary>
internal sealed class ProposalsCommand(ProposalBook book, CardPicture picture, BotMode mode, TimeProvider time) : ICommand
{
    public CommandSpec Spec { get; } = new(
        "proposals",
        "Proposals: what waits, what is under way, what became of them",
        "/proposals",
        Role.Viewer,
        CommandTopic.Look,
        [
            new OptionSpec("state", OptionKind.Choice, "open or ended; without it, all.") { Choices = ["open", "ended", "all"] },
            new OptionSpec("page", OptionKind.Whole, "Five on a page, newest first.") { Least = 1, Greatest = 10_000 },
            new OptionSpec("picture", OptionKind.Flag, "With a code: the shares before and after, as a picture."),
            new OptionSpec("code", OptionKind.Text, "One proposal, such as P-7F3K.") { Completes = Completes.Proposals },
        ]);

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        if (call.Text("code") is not { } code)
            return ProposalsReply.List(mode.Value, await book.AllAsync(ct), call.Choice("state") ?? "all", call.Whole("page") ?? 1);
        if (await book.MeantAsync(code, ct) is not { } stored)
            return ProposalsReply.Unknown(mode.Value, code);
        return call.Flag("picture") ? await picture.DrawAsync(stored, ct) : ProposalCard.Of(stored, time.GetUtcNow());
    }
}

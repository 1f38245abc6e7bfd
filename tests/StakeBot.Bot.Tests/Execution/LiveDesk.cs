using StakeBot.Bot.Execution;
using StakeBot.Bot.Execution.Records;
using StakeBot.Core.Proposals;

namespace StakeBot.Bot.Tests.Execution;

/// <summary>A bot in live mode whose Numerai is written by the test.</summary>
internal static class LiveDesk
{
    /// <summary>A desk whose owner has switched live mode on.</summary>
    public static async Task<Desk> OpenAsync()
    {
        Desk desk = new(ExecutionMode.DryRun, more: LegacyScript.Add);
        await desk.Chat.Says("/mode live");
        await desk.Chat.Says($"/mode live {desk.Chat.Last.Lines[1].Split(' ')[^1]}");
        await desk.Chat.Says("/policy set step-up 90%");
        return desk;
    }

    /// <summary>Proposes amounts and confirms them; typed, where a tap is not enough.</summary>
    public static async Task<StoredProposal> ConfirmsAsync(this Desk desk, string amounts)
    {
        await desk.Chat.Says($"/propose manual amounts:{amounts}");
        StoredProposal proposed = await desk.Newest();
        if (proposed.Proposal.StepUp is { } typed)
            await desk.Chat.Says($"/confirm {proposed.Proposal.Code} {typed}");
        else
            await desk.Chat.Presses("Confirm");
        Assert.Equal(ProposalState.Grace, await desk.State());
        return await desk.Newest();
    }
}

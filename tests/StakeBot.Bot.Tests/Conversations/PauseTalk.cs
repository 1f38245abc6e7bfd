using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;
using StakeBot.Core.Proposals;

namespace StakeBot.Bot.Tests.Conversations;

public sealed class PauseTalk : IDisposable
{
    private readonly Desk _desk = new(ExecutionMode.DryRun);

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task While_paused_nothing_is_proposed_confirmed_or_sent()
    {
        await _desk.Chat.Says("/propose");
        await _desk.Chat.Presses("Confirm");
        await _desk.Chat.Says("/pause \"API odd\"");
        _desk.Chat.Sees("Paused", "API odd", "Only the owner can resume");
        await _desk.Passes(TimeSpan.FromMinutes(2));
        Assert.Equal(ProposalState.Cancelled, await _desk.State());

        await _desk.Chat.Says("/propose");
        _desk.Chat.SeesKind(ReplyKind.Refusal).Sees("PAUSED by", "Nothing was changed.");
        await _desk.Chat.Says("/status");
        _desk.Chat.SeesKind(ReplyKind.Answer);

        await _desk.Chat.Says("/resume");
        _desk.Chat.Sees("Resumed");
        await _desk.Chat.Says("/propose");
        _desk.Chat.Sees("Confirm before");
    }

    [Fact]
    public async Task Who_ends_the_safe_mode_and_what_it_was_for_stays_on_record()
    {
        await _desk.Store.EnterSafeModeAsync("Restored from a backup.", TestContext.Current.CancellationToken);

        await _desk.Chat.Says("/resume");
        await _desk.Chat.Says("/audit");

        _desk.Chat.Sees("safe mode left", "Restored from a backup.");
    }

    [Fact]
    public async Task Resuming_what_is_not_paused_changes_nothing()
    {
        await _desk.Chat.Says("/resume");
        _desk.Chat.Sees("Nothing is paused", "Nothing was changed.");
    }
}

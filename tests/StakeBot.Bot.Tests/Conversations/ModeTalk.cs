using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;

namespace StakeBot.Bot.Tests.Conversations;

public sealed class ModeTalk
{
    [Fact]
    public async Task The_simulated_account_can_only_be_played_with()
    {
        using Desk desk = new();
        await desk.Chat.Says("/mode");
        desk.Chat.Sees("Paper: changes go to a simulated account");
        await desk.Chat.Says("/mode live");
        desk.Chat.SeesKind(ReplyKind.Refusal).Sees("simulated", "Nothing was changed.");
        await desk.Chat.Says("/mode dry-run");
        desk.Chat.SeesKind(ReplyKind.Refusal);
    }

    [Fact]
    public async Task Without_a_way_to_send_a_dry_run_stays_one()
    {
        using Desk desk = new(ExecutionMode.DryRun);
        await desk.Chat.Says("/mode live");
        desk.Chat.SeesKind(ReplyKind.Refusal).Sees("nothing could be sent", "Nothing was changed.");
    }

    [Fact]
    public async Task Live_takes_two_deliberate_acts_and_one_takes_it_back()
    {
        using Desk desk = new(ExecutionMode.DryRun, more: LegacyScript.Add);
        await desk.Chat.Says("/mode live");
        desk.Chat.Sees("type within five minutes: /mode live", "Nothing was changed.");
        string word = desk.Chat.Last.Lines[1].Split(' ')[^1];
        await desk.Chat.Says("/mode live XXXX");
        desk.Chat.SeesKind(ReplyKind.Refusal);
        await desk.Chat.Says($"/mode live {word}");
        desk.Chat.Sees("[LIVE] Live");
        await desk.Chat.Says("/status");
        desk.Chat.Sees("[LIVE]");
        desk.Chat.Shows("You should know", "Sending was switched on", "By web:scripted.");
        await desk.Chat.Says("/mode dry-run");
        desk.Chat.Sees("[DRY RUN]").Shows("You should know", "Sending was switched off", "By web:scripted.");
    }

    [Fact]
    public async Task The_word_is_good_for_five_minutes()
    {
        using Desk desk = new(ExecutionMode.DryRun, more: LegacyScript.Add);
        await desk.Chat.Says("/mode live");
        string word = desk.Chat.Last.Lines[1].Split(' ')[^1];
        desk.Time.Advance(TimeSpan.FromMinutes(6));
        await desk.Chat.Says($"/mode live {word}");
        desk.Chat.SeesKind(ReplyKind.Refusal).Sees("older than five minutes");
    }
}

using StakeBot.Adapters.Telegram;
using StakeBot.Bot.People;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Testing.Telegram;

namespace StakeBot.Adapters.Tests.Telegram;

public sealed class TelegramReceivingTests : BesideTelegram
{
    [Fact]
    public async Task A_command_is_answered_once_in_its_own_conversation()
    {
        FakeMessage answer = await Bot.AnswersAsync(FakeUser.Alice, "/status", "[PAPER] Aviary");

        Assert.Equal(FakeUser.Alice.Id, answer.Chat);
        Assert.Null(answer.Answers);
        await Bot.SettlesAsync(FakeUser.Alice);
        Assert.Single(Telegram.Messages, message => message.Text.Contains("[PAPER] Aviary", StringComparison.Ordinal));
        Assert.All(Telegram.Requests.Where(request => request.Method == "sendMessage"), request => Assert.True((bool)request.Body["link_preview_options"]!["is_disabled"]!));
    }

    [Fact]
    public async Task What_was_handed_out_and_lost_comes_again_and_is_answered_once()
    {
        Telegram.Faults.LoseAnswer("getUpdates");

        await Bot.AnswersAsync(FakeUser.Alice, "/whoami", "telegram");

        Assert.Single(Telegram.Messages);
    }

    [Fact]
    public async Task A_restart_reads_on_where_the_last_run_stopped()
    {
        await Bot.SettlesAsync(FakeUser.Alice);
        await Bot.StopAsync();
        Telegram.Types(FakeUser.Alice, "/risk");

        await using TelegramBot again = await TelegramBot.StartAsync(Telegram, Bot);
        await again.PassesUntilAsync(() => Telegram.Messages.FirstOrDefault(message => message.Text.Contains("wo-percent rule", StringComparison.Ordinal)));
        await again.SettlesAsync(FakeUser.Alice);

        Assert.Single(Telegram.Messages, message => message.Photo is null && message.Text.Contains("wo-percent rule", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_written_long_ago_is_not_done_but_asked_for_again()
    {
        Telegram.Types(FakeUser.Alice, "/pause \"old\"", more: message => message["date"] = Bot.Time.GetUtcNow().AddMinutes(-11).ToUnixTimeSeconds());

        FakeMessage told = await Bot.FirstAsync();

        Assert.Contains("I was offline", told.Text, StringComparison.Ordinal);
        Assert.Contains("Nothing was changed.", told.Text, StringComparison.Ordinal);
        await Bot.SettlesAsync(FakeUser.Alice);
        Assert.Equal(2, Telegram.Messages.Count);
    }

    [Fact]
    public async Task A_stranger_with_a_code_out_of_a_link_becomes_known()
    {
        FakeMessage invited = await Bot.AnswersAsync(FakeUser.Alice, "/people invite viewer Bob", "/start ");
        string code = invited.Text[(invited.Text.IndexOf("/start ", StringComparison.Ordinal) + 7)..][..9];

        Assert.Contains("I do not know you", (await Bot.AnswersAsync(FakeUser.Bob, "/status", "Not allowed")).Text, StringComparison.Ordinal);
        await Bot.AnswersAsync(FakeUser.Bob, $"/start join_{code}", "joined as viewer");
        await Bot.AnswersAsync(FakeUser.Bob, "/status", "[PAPER] Aviary");
    }

    [Fact]
    public async Task A_secret_is_taken_away_called_leaked_and_kept_nowhere()
    {
        const string Secret = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        int typed = Telegram.Types(FakeUser.Alice, Secret);

        FakeMessage told = await Bot.FirstAsync();

        Assert.Contains("I removed it here, but treat the secret as leaked", told.Text, StringComparison.Ordinal);
        Assert.True(Telegram.All.Single(message => message.Id == typed).IsDeleted);
        await Bot.StopAsync();
        Assert.DoesNotContain(Secret, string.Join('\n', Bot.Log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_group_only_what_is_fit_for_one_and_meant_for_the_bot_is_answered()
    {
        Telegram.Types(FakeUser.Alice, "good morning", FakeGroup.Fund);
        Telegram.Types(FakeUser.Alice, "/status@another_bot", FakeGroup.Fund);
        Telegram.Types(FakeUser.Alice, "/weather", FakeGroup.Fund);
        int asked = Telegram.Types(FakeUser.Alice, "/status@stake_test_bot", FakeGroup.Fund);
        FakeMessage status = await Bot.FirstAsync();

        Assert.Equal(asked, status.Answers);
        FakeMessage refused = await Bot.AnswersAsync(FakeUser.Alice, "/frontier", "for a private conversation", FakeGroup.Fund);
        Assert.Contains("https://t.me/stake_test_bot", refused.Text, StringComparison.Ordinal);
        Assert.Null(refused.Photo);
        Assert.Equal(2, Telegram.Messages.Count);
    }

    [Fact]
    public async Task A_question_in_a_topic_is_answered_in_that_topic()
    {
        Telegram.Types(FakeUser.Alice, "/status", FakeGroup.Fund, message => (message["message_thread_id"], message["is_topic_message"]) = (7, true));

        FakeMessage answer = await Bot.FirstAsync();

        Assert.Equal(7, answer.Topic);
    }

    [Fact]
    public async Task Who_writes_as_a_channel_or_as_the_group_itself_is_nobody()
    {
        Telegram.Types(FakeUser.Alice, "/status", FakeGroup.Fund, message => message["sender_chat"] = FakeGroup.Fund.Id is var id ? new System.Text.Json.Nodes.JsonObject { ["id"] = id, ["type"] = "supergroup" } : null);
        await Bot.SettlesAsync(FakeUser.Alice);

        Assert.Single(Telegram.Messages);
    }

    [Fact]
    public async Task A_member_who_blocks_the_bot_is_noted_and_the_owner_is_told()
    {
        await A_stranger_with_a_code_out_of_a_link_becomes_known();
        Telegram.Block(FakeUser.Bob);

        await Bot.PassesUntilAsync(() => Telegram.Messages.FirstOrDefault(message => message.Chat == FakeUser.Alice.Id && message.Text.Contains("Bob has blocked me on telegram", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_owner_who_blocks_the_bot_is_told_of_it_elsewhere()
    {
        await Bot.SettlesAsync(FakeUser.Alice);
        Telegram.Block(FakeUser.Alice);

        await Bot.PassesUntilAsync(() => Due("web").FirstOrDefault(message => message.Message.Body.Contains("has blocked me", StringComparison.Ordinal)));

        Assert.Empty(Due(TelegramAddress.Platform));

        IReadOnlyList<PendingMessage> Due(string platform) => Bot.Store.Outbox.DueAsync(platform, Bot.Time.GetUtcNow(), 10, Ct) is { IsCompletedSuccessfully: true } due
            ? due.GetAwaiter().GetResult()
            : throw new InvalidOperationException("The store in memory answers at once.");
    }

    [Fact]
    public async Task Menus_come_out_of_the_catalogue_one_for_each_kind_of_conversation()
    {
        await Bot.PassesUntilAsync(() => Telegram.Menus.ContainsKey("chat") ? Telegram : null);

        Assert.Equal(["help", "status", "proposals"], Telegram.Menus["all_group_chats"]);
        Assert.DoesNotContain("link", Telegram.Menus["all_private_chats"]);
        Assert.Contains("link", Telegram.Menus["chat"]);
        Assert.All(Telegram.Menus["all_group_chats"], name => Assert.True(GroupCommands.Allow(name)));
    }

    [Fact]
    public void The_owner_is_whom_the_settings_name() =>
        Assert.Equal("5001", Bot.Get<PlatformInUse>().OwnerId);
}

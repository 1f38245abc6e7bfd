using StakeBot.Bot.Chat;
using StakeBot.Testing.Telegram;

namespace StakeBot.Adapters.Tests.Telegram;

public sealed class TelegramStartTests : IAsyncLifetime
{
    private FakeTelegram _telegram = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _telegram = await FakeTelegram.StartAsync(null, Ct);

    public ValueTask DisposeAsync() => _telegram.DisposeAsync();

    [Fact]
    public async Task A_token_that_Telegram_does_not_take_ends_the_process_and_says_where_the_right_one_is()
    {
        await using TelegramBot bot = await TelegramBot.StartAsync(_telegram, settings: ("Telegram:Token", "123456789:AAanother_token_that_is_not_known"));

        await bot.PassesUntilAsync(() => bot.Get<SurfaceFault>().Reason is { } reason && reason.Contains("@BotFather", StringComparison.Ordinal) ? reason : null);
    }

    [Fact]
    public async Task A_token_that_is_revoked_while_the_bot_runs_ends_it_too()
    {
        await using TelegramBot bot = await TelegramBot.StartAsync(_telegram);
        await bot.PassesUntilAsync(() => _telegram.IsAsked ? bot : null);
        _telegram.Faults.Refuse("getUpdates", 401, "Unauthorized");
        _telegram.Types(FakeUser.Alice, "/whoami");

        await bot.PassesUntilAsync(() => bot.Get<SurfaceFault>().Reason);
    }

    [Fact]
    public async Task A_webhook_of_an_earlier_time_is_taken_away()
    {
        _telegram.HasWebhook("https://example.org/telegram");
        await using TelegramBot bot = await TelegramBot.StartAsync(_telegram);
        bot.Time.SetUtcNow(TimeProvider.System.GetUtcNow());

        await bot.AnswersAsync(FakeUser.Alice, "/whoami", "telegram");

        Assert.Single(_telegram.Requests, request => request.Method == "deleteWebhook");
        Assert.Null(bot.Get<SurfaceFault>().Reason);
    }

    [Fact]
    public async Task Another_process_that_goes_on_asking_for_the_updates_ends_this_one()
    {
        _telegram.Faults.Refuse("getUpdates", 409, "Conflict: terminated by other getUpdates request", 5);
        await using TelegramBot bot = await TelegramBot.StartAsync(_telegram);

        string reason = await bot.PassesUntilAsync(() => bot.Get<SurfaceFault>().Reason);

        Assert.Contains("another StakeBot", reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_disturbance_is_survived()
    {
        await using TelegramBot bot = await TelegramBot.StartAsync(_telegram);
        bot.Time.SetUtcNow(TimeProvider.System.GetUtcNow());
        await bot.PassesUntilAsync(() => _telegram.IsAsked ? bot : null);

        _telegram.Disturb();

        await bot.AnswersAsync(FakeUser.Alice, "/whoami", "telegram");
        Assert.Null(bot.Get<SurfaceFault>().Reason);
    }

    [Fact]
    public async Task An_outage_is_waited_out_with_longer_and_longer_pauses()
    {
        _telegram.Faults.Reset("getUpdates", 4);
        await using TelegramBot bot = await TelegramBot.StartAsync(_telegram);
        bot.Time.SetUtcNow(TimeProvider.System.GetUtcNow());
        DateTimeOffset before = bot.Time.GetUtcNow();

        await bot.AnswersAsync(FakeUser.Alice, "/whoami", "telegram");

        // 1 + 2 + 4 + 8 s, each at most a half shorter.
        Assert.True(bot.Time.GetUtcNow() - before >= TimeSpan.FromSeconds(7));
    }

    [Fact]
    public async Task The_token_is_in_no_line_of_the_log_at_any_level()
    {
        _telegram.Faults.Reset("getMe");
        _telegram.Faults.BadGateway("getUpdates");
        _telegram.Faults.Reset("getUpdates");
        _telegram.Faults.LoseAnswer("sendMessage");
        _telegram.Faults.Refuse("setMyCommands", 400, "Bad Request: chat not found");
        await using TelegramBot bot = await TelegramBot.StartAsync(_telegram);
        bot.Time.SetUtcNow(TimeProvider.System.GetUtcNow());
        await bot.AnswersAsync(FakeUser.Alice, "/frontier", "(repeated)");
        await bot.StopAsync();

        string log = string.Join('\n', bot.Log.Lines);
        Assert.Contains("Telegram cannot be reached", log, StringComparison.Ordinal);
        Assert.Contains("Debug", log, StringComparison.Ordinal);
        Assert.DoesNotContain(FakeTelegram.Token, log, StringComparison.Ordinal);
        Assert.DoesNotContain(FakeTelegram.Token[10..], log, StringComparison.Ordinal);
        Assert.DoesNotContain("/bot123", log, StringComparison.Ordinal);
    }
}

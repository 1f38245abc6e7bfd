using StakeBot.Testing.Telegram;

namespace StakeBot.Adapters.Tests.Telegram;

/// <summary>A test of a bot that runs beside a Telegram of our own. Its clock starts at the machine's time, because Telegram's messages carry that.</summary>
public abstract class BesideTelegram : IAsyncLifetime
{
    private protected FakeTelegram Telegram { get; private set; } = null!;

    private protected TelegramBot Bot { get; set; } = null!;

    private protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    public virtual async ValueTask InitializeAsync()
    {
        Telegram = await FakeTelegram.StartAsync(null, Ct);
        Bot = await TelegramBot.StartAsync(Telegram);
        Bot.Time.SetUtcNow(TimeProvider.System.GetUtcNow());
    }

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await Telegram.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

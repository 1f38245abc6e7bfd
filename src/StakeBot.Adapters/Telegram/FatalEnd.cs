using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StakeBot.Bot.Chat;

namespace StakeBot.Adapters.Telegram;

/// <summary>Ends the process where only a person can help, saying how.</summary>
internal sealed class FatalEnd(SurfaceFault fault, IHostApplicationLifetime lifetime, ILogger<FatalEnd> logger)
{
    public void WrongToken() => Because(
        "Telegram does not take the token in Telegram:Token: it is wrong, or was revoked. @BotFather shows the one that works (/mybots, API Token).");

    public void AnotherInstance() => Because(
        "Another process asks Telegram for the same bot's updates: another StakeBot with the same Telegram:Token is running. Stop one, or give each its own bot.");

    private void Because(string reason)
    {
        TelegramLog.Fatal(logger, reason);
        fault.Report(reason);
        lifetime.StopApplication();
    }
}

using System.Globalization;
using StakeBot.Adapters.Store;
using StakeBot.Bot.Linking;
using StakeBot.Bot.Ports;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Host.Doctor;

/// <summary>Whether this machine's clock agrees with Numerai's. Asks only when a key is linked or in the settings.</summary>
internal sealed class ClockCheck(Func<CancellationToken, Task<KeyLinking?>> open, IServerClock? numerai, TimeProvider time, bool isConfigured = false) : IDoctorCheck
{
    private static readonly TimeSpan WarnAbove = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FailAbove = TimeSpan.FromSeconds(60);

    public string Name => "clock";

    public async Task<Finding> CheckAsync(CancellationToken ct)
    {
        try
        {
            if (numerai is null || !(isConfigured || (await open(ct) is { } linking && (await linking.StatusAsync(ct)).Count > 0)))
                return Finding.Ok("No key is linked, so Numerai's clock was not asked.");
            TimeSpan skew = (time.GetUtcNow() - await numerai.ReadAsync(ct)).Duration();
            string sentence = string.Create(CultureInfo.InvariantCulture, $"This machine and Numerai differ by {skew.TotalSeconds:F0} s.");
            return skew > FailAbove ? Finding.Fail(sentence, "Set the clock (NTP): deadlines would be missed.")
                : skew > WarnAbove ? Finding.Warn(sentence, "Set the clock (NTP).")
                : Finding.Ok(sentence);
        }
        catch (NumeraiUnavailableException silent)
        {
            return Finding.Warn(silent.Message, "Ask again later.");
        }
        catch (Exception closed) when (closed is FolderTakenException or StoreStartException or StoreUnavailableException)
        {
            return Finding.Warn("The store could not be opened, so Numerai's clock was not asked.", "Stop the bot and ask again.");
        }
    }
}

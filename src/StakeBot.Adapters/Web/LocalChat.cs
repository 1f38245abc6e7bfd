using Microsoft.Extensions.Options;
using StakeBot.Bot.People;

namespace StakeBot.Adapters.Web;

/// <summary>Whether the local chat is open: see <see cref="WebOptions.Chat"/>.</summary>
public sealed class LocalChat
{
    private readonly Lazy<bool> _isOpen;

    public LocalChat(IOptions<WebOptions> options, IEnumerable<PlatformInUse> platforms) =>
        _isOpen = new Lazy<bool>(() => Asked(options) ?? platforms.All(platform => !platform.Configured));

    /// <summary>Whether it is.</summary>
    public bool IsOpen => _isOpen.Value;

    // The page is put together before the options are checked. Faults wait until the start, which tells all of them at once and opens nothing.
    private static bool? Asked(IOptions<WebOptions> options)
    {
        try
        {
            return options.Value.Chat;
        }
        catch (OptionsValidationException)
        {
            return null;
        }
    }
}

using Microsoft.Extensions.Options;
using StakeBot.Bot.People;

namespace StakeBot.Adapters.Web;

/// <summary>Whether the local chat is open: see <see cref="WebOptions.Chat"/>.</summary>
public sealed class LocalChat
{
    private readonly Lazy<bool> _isOpen;

    public LocalChat(IOptions<WebOptions> options, IEnumerable<PlatformInUse> platforms) =>
        _isOpen = new Lazy<bool>(() => options.Value.Chat ?? platforms.All(platform => !platform.Configured));

    /// <summary>Whether it is.</summary>
    public bool IsOpen => _isOpen.Value;
}

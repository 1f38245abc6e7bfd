using StakeBot.Bot.Linking;

namespace StakeBot.Bot.Ports;

/// <summary>The local page on which a key is entered.</summary>
public interface ILinkPage
{
    /// <summary>The page's address for one ticket; null while nothing listens.</summary>
    Uri? AddressOf(LinkTicket ticket);
}

using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using StakeBot.Adapters.Telegram.Rendering;
using Telegram.Bot;

namespace StakeBot.Adapters.Telegram.Sending;

/// <summary>
/// What the latest messages show. A card is edited at every step of what it tells of, and its text is that of the moment: an edit that would change nothing
/// is not sent, and leaves its turn to others.
/// </summary>
internal sealed class ShownTexts
{
    private const int Most = 4096;

    private readonly Lock _gate = new();
    private readonly Dictionary<(long Chat, int Message), string> _byMessage = [];
    private readonly Queue<(long Chat, int Message)> _order = new();

    public bool Shows(long chat, int message, MessagePart part)
    {
        lock (_gate)
            return _byMessage.GetValueOrDefault((chat, message)) == Hash(part);
    }

    public void Note(long chat, int message, MessagePart part)
    {
        lock (_gate)
        {
            if (!_byMessage.ContainsKey((chat, message)))
                _order.Enqueue((chat, message));
            _byMessage[(chat, message)] = Hash(part);
            if (_order.Count > Most)
                _byMessage.Remove(_order.Dequeue());
        }
    }

    private static string Hash(MessagePart part) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(part.Html + "\0" + JsonSerializer.Serialize(part.Keyboard, JsonBotAPI.Options))));
}

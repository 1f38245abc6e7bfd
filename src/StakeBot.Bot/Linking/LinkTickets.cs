using System.Security.Cryptography;
using System.Text;

namespace StakeBot.Bot.Linking;

/// <summary>The one open ticket: for one key, ten minutes, five tries. A new one ends the one before; a restart ends it too.</summary>
public sealed class LinkTickets(TimeProvider time)
{
    /// <summary>How long one works.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private const int Tries = 5;
    private const int TokenBytes = 16;

    private static readonly string[] Colours =
    [
        "amber", "azure", "bronze", "copper", "coral", "crimson", "ebony", "emerald", "golden", "hazel", "indigo", "ivory", "jade", "lilac", "maroon", "mint",
        "ochre", "olive", "opal", "pearl", "plum", "purple", "ruby", "russet", "saffron", "scarlet", "silver", "slate", "teal", "topaz", "umber", "violet",
    ];

    private static readonly string[] Animals =
    [
        "badger", "beaver", "bison", "camel", "cheetah", "cobra", "condor", "coyote", "dolphin", "falcon", "ferret", "gecko", "gibbon", "heron", "hyena", "ibis",
        "jaguar", "koala", "lemur", "lynx", "magpie", "marten", "newt", "ocelot", "otter", "panda", "puffin", "raven", "salmon", "tapir", "walrus", "zebra",
    ];

    private readonly Lock _gate = new();
    private LinkTicket? _open;
    private int _triesLeft;

    /// <summary>A new ticket.</summary>
    public LinkTicket Issue(KeyUse use, string actor)
    {
        string words = $"{RandomNumberGenerator.GetItems<string>(Colours, 1)[0]} {RandomNumberGenerator.GetItems<string>(Animals, 1)[0]}";
        LinkTicket ticket = new(RandomNumberGenerator.GetHexString(2 * TokenBytes, lowercase: true), words, use, actor, time.GetUtcNow() + Lifetime);
        lock (_gate)
        {
            _open = ticket;
            _triesLeft = Tries;
        }
        return ticket;
    }

    /// <summary>The open ticket of that token; null when it is none, or ended.</summary>
    public LinkTicket? Find(string token)
    {
        lock (_gate)
            return Open(token);
    }

    /// <summary>Takes one try, so that two that come at once are two.</summary>
    public LinkTicket? Try(string token)
    {
        lock (_gate)
        {
            if (Open(token) is not { } ticket || _triesLeft == 0)
                return null;
            _triesLeft--;
            return ticket;
        }
    }

    /// <summary>Ends a ticket: it was used.</summary>
    public void End(LinkTicket ticket)
    {
        lock (_gate)
        {
            if (_open == ticket)
                _open = null;
        }
    }

    private LinkTicket? Open(string token) =>
        _open is { } open && time.GetUtcNow() < open.Ends && Same(open.Token, token) ? open : null;

    private static bool Same(string expected, string given) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(given));
}

using Microsoft.AspNetCore.Http;
using StakeBot.Adapters.Web.Conversation;
using StakeBot.Bot.Chat;

namespace StakeBot.Adapters.Web.Access;

/// <summary>Every browser that was let in since the start.</summary>
internal sealed class WebSessions
{
    private const int Most = 32;
    private const int IdBytes = 6;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, WebSession> _byFingerprint = [];
    private readonly Dictionary<string, WebSession> _byId = [];
    private readonly Queue<(string Fingerprint, string Id)> _order = new();
    private readonly OwnerBoard _board = new();

    /// <summary>Lets a browser in; the oldest session gives way when there are very many.</summary>
    /// <returns>The session and the secret that its cookie carries, which is not kept.</returns>
    public (WebSession Session, string Secret) Open()
    {
        string secret = Secret.New(Secret.CookieBytes);
        WebSession session = new(Secret.New(IdBytes));
        lock (_gate)
        {
            string fingerprint = Secret.Fingerprint(secret);
            _byFingerprint.Add(fingerprint, session);
            _byId.Add(session.Id, session);
            _order.Enqueue((fingerprint, session.Id));
            foreach ((string id, string json) in _board.Messages)
                session.Reply(id, json);
            if (_order.Count > Most)
                Close(_order.Dequeue());
        }
        return (session, secret);
    }

    /// <summary>The session of the browser that asks; null for a stranger.</summary>
    public WebSession? Of(HttpContext http)
    {
        if (SessionCookie.Read(http) is not { Length: > 0 } secret)
            return null;
        lock (_gate)
            return _byFingerprint.GetValueOrDefault(Secret.Fingerprint(secret));
    }

    /// <summary>The session that an answer goes to; null when it is gone.</summary>
    public WebSession? Find(string id)
    {
        lock (_gate)
            return _byId.GetValueOrDefault(id);
    }

    public IReadOnlyList<WebSession> All()
    {
        lock (_gate)
            return [.. _byId.Values];
    }

    /// <summary>Whether anybody has a page open.</summary>
    public bool AnyPageOpen() => All().Any(session => session.HasPage);

    /// <summary>Says something to whoever sits at this machine.</summary>
    /// <param name="make">Makes the message for its id.</param>
    /// <returns>Its id.</returns>
    public string Post(Func<string, string> make)
    {
        lock (_gate)
        {
            string id = _board.NewId();
            string json = make(id);
            _board.Add(id, json);
            foreach (WebSession session in _byId.Values)
                session.Reply(id, json);
            return id;
        }
    }

    /// <summary>Replaces what was said to whoever sits at this machine.</summary>
    /// <returns>False when it is no longer kept.</returns>
    public bool EditPosted(string id, string json)
    {
        lock (_gate)
        {
            if (!_board.Edit(id, json))
                return false;
            foreach (WebSession session in _byId.Values)
                session.Edit(id, json);
            return true;
        }
    }

    /// <summary>The conversation that a message on a session's page belongs to.</summary>
    public ChatAddress AddressOf(WebSession session, string message)
    {
        lock (_gate)
            return _board.Has(message) ? ChatAddress.LocalPage : session.Address;
    }

    private void Close((string Fingerprint, string Id) oldest)
    {
        _byFingerprint.Remove(oldest.Fingerprint);
        if (_byId.Remove(oldest.Id, out WebSession? session))
            session.End();
    }
}

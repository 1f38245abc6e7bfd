using Microsoft.AspNetCore.Http;
using StakeBot.Adapters.Web.Conversation;

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

    private void Close((string Fingerprint, string Id) oldest)
    {
        _byFingerprint.Remove(oldest.Fingerprint);
        if (_byId.Remove(oldest.Id, out WebSession? session))
            session.End();
    }
}

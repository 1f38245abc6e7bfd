using StakeBot.Adapters.Web.Access;
using StakeBot.Bot.Chat;

namespace StakeBot.Adapters.Web;

/// <summary>The files of the latest replies, in memory only. The oldest give way: their replies say how to get them again.</summary>
internal sealed class DocumentStore
{
    private const int MostDocuments = 32;
    private const long MostBytes = 64L * 1024 * 1024;
    private const int IdBytes = 16;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Document> _byId = [];
    private readonly Queue<string> _order = new();
    private long _bytes;

    /// <returns>The file's id, which nobody can guess.</returns>
    public string Add(Document document)
    {
        string id = Secret.New(IdBytes);
        lock (_gate)
        {
            _byId.Add(id, document);
            _order.Enqueue(id);
            _bytes += document.Bytes.Length;
            while (_order.Count > MostDocuments || (_bytes > MostBytes && _order.Count > 1))
            {
                if (_byId.Remove(_order.Dequeue(), out Document? oldest))
                    _bytes -= oldest.Bytes.Length;
            }
        }
        return id;
    }

    public Document? Find(string id)
    {
        lock (_gate)
            return _byId.GetValueOrDefault(id);
    }
}

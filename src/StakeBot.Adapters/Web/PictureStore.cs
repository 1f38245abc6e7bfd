using StakeBot.Adapters.Web.Access;

namespace StakeBot.Adapters.Web;

/// <summary>The pictures of the latest replies. The oldest give way: their replies keep the alt text and the table.</summary>
internal sealed class PictureStore
{
    private const int MostPictures = 256;
    private const long MostBytes = 64L * 1024 * 1024;
    private const int IdBytes = 16;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, ReadOnlyMemory<byte>> _byId = [];
    private readonly Queue<string> _order = new();
    private long _bytes;

    /// <returns>The picture's id, which nobody can guess.</returns>
    public string Add(ReadOnlyMemory<byte> png)
    {
        string id = Secret.New(IdBytes);
        lock (_gate)
        {
            _byId.Add(id, png);
            _order.Enqueue(id);
            _bytes += png.Length;
            while (_order.Count > MostPictures || (_bytes > MostBytes && _order.Count > 1))
            {
                if (_byId.Remove(_order.Dequeue(), out ReadOnlyMemory<byte> oldest))
                    _bytes -= oldest.Length;
            }
        }
        return id;
    }

    public ReadOnlyMemory<byte>? Find(string id)
    {
        lock (_gate)
            return _byId.TryGetValue(id, out ReadOnlyMemory<byte> png) ? png : default(ReadOnlyMemory<byte>?);
    }
}

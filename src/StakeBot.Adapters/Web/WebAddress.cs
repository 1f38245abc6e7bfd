using System.Threading.Channels;
using StakeBot.Adapters.Web.Access;

namespace StakeBot.Adapters.Web;

/// <summary>
/// The address that lets one browser in. It holds a token that works once; as soon as it is used, the next address is there to be printed.
/// It belongs on the console and nowhere else: whoever has it commands the bot.
/// </summary>
public sealed class WebAddress
{
    private readonly Channel<Uri> _toPrint = Channel.CreateBounded<Uri>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
    private readonly Lock _gate = new();
    private string _token = Secret.New(Secret.TokenBytes);
    private Uri? _site;

    /// <summary>The next address to print: the first one as soon as the server listens, another whenever the last one has been used.</summary>
    public ValueTask<Uri> NextAsync(CancellationToken ct) => _toPrint.Reader.ReadAsync(ct);

    internal void ListenAt(Uri site)
    {
        lock (_gate)
        {
            _site = site;
            Publish(site);
        }
    }

    /// <summary>Uses a token up.</summary>
    /// <returns>False when it is not the one that was printed last.</returns>
    internal bool Use(string token)
    {
        lock (_gate)
        {
            if (_site is null || !Secret.Same(_token, token))
                return false;
            _token = Secret.New(Secret.TokenBytes);
            Publish(_site);
            return true;
        }
    }

    private void Publish(Uri site) => _toPrint.Writer.TryWrite(new Uri(site, $"/?{OfferedToken.Key}={_token}"));
}

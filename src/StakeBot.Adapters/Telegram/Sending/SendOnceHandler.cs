using System.Net;

namespace StakeBot.Adapters.Telegram.Sending;

/// <summary>
/// Keeps the base library from sending a body again by itself, which it does on another connection when a pooled one has died: what arrived twice would be
/// read twice. Whether to send again is decided where it can be said to the reader.
/// </summary>
internal sealed class SendOnceHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is { } content)
            request.Content = new OnceContent(content);
        return base.SendAsync(request, cancellationToken);
    }

    private sealed class OnceContent : HttpContent
    {
        private readonly HttpContent _content;
        private int _sent;

        public OnceContent(HttpContent content)
        {
            _content = content;
            foreach ((string name, IEnumerable<string> values) in content.Headers)
                Headers.TryAddWithoutValidation(name, values);
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
            Interlocked.Exchange(ref _sent, 1) == 0
                ? _content.CopyToAsync(stream, context, cancellationToken)
                : throw new HttpRequestException(HttpRequestError.ResponseEnded, "The connection ended before an answer.");

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                _content.Dispose();
            base.Dispose(disposing);
        }
    }
}

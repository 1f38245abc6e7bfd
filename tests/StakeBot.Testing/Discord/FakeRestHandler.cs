using System.Net;
using System.Text;

namespace StakeBot.Testing.Discord;

/// <summary>Hands requests of a client in this process to the fake.</summary>
internal sealed class FakeRestHandler(FakeRest rest) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Dictionary<string, string> headers = request.Headers.NonValidated.Concat(request.Content?.Headers.NonValidated ?? default)
            .ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        byte[] body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        string path = request.RequestUri!.PathAndQuery;
        string below = FakeRest.Base.AbsolutePath.TrimEnd('/');
        if (!path.StartsWith($"{below}/", StringComparison.Ordinal))
            throw new InvalidOperationException($"{path} is not below the base address.");
        FakeAnswer answer = await rest.AnswerAsync(request.Method.Method, path[below.Length..], headers, body, cancellationToken);
        HttpResponseMessage response = new((HttpStatusCode)answer.Status) { RequestMessage = request };
        if (answer.Body is not null)
            response.Content = new StringContent(answer.Body, Encoding.UTF8, "application/json");
        foreach ((string name, string value) in answer.Headers)
            response.Headers.TryAddWithoutValidation(name, value);
        return response;
    }
}

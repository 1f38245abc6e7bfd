using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace StakeBot.Adapters.Web;

/// <summary>
/// ASP.NET Core can be told to listen in other ways than <see cref="WebOptions"/>. One that would open the chat to other machines stops the start,
/// even where it would be overruled: whoever wrote it expects something that does not happen.
/// </summary>
internal sealed class ForeignAddresses(IConfiguration configuration) : IValidateOptions<WebOptions>
{
    public ValidateOptionsResult Validate(string? name, WebOptions options)
    {
        string[] faults = [.. Urls().Concat(Endpoints())];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> Urls() =>
        from url in (configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        where !IsLoopback(url)
        select $"urls holds \"{url}\", which other machines can reach. The web chat listens on this machine only: remove it and set Web:Port, such as 5080.";

    private IEnumerable<string> Endpoints() =>
        from endpoint in configuration.GetSection("Kestrel:Endpoints").GetChildren()
        select $"Kestrel:Endpoints:{endpoint.Key} is set to \"{endpoint["Url"]}\". The web chat chooses its own address on this machine: remove it and set Web:Port, such as 5080.";

    // Uri alone would not do: "http://*:80" and "http://+:80" are addresses to Kestrel, and none to Uri.
    private static bool IsLoopback(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out Uri? uri) && LoopbackAddressAttribute.Parse(uri.Host.Trim('[', ']')) is not null;
}

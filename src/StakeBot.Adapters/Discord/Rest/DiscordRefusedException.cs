using System.Net;

namespace StakeBot.Adapters.Discord.Rest;

/// <summary>Discord understood a request and said no: the same will not be taken later.</summary>
internal sealed class DiscordRefusedException(string message, HttpStatusCode status, int? code) : Exception(message)
{
    public HttpStatusCode Status { get; } = status;

    /// <summary>Discord's own code, such as <see cref="DiscordCode.UnknownInteraction"/>; null when it gave none.</summary>
    public int? Code { get; } = code;
}

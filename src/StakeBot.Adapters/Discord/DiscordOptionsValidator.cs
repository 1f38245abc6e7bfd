using System.Globalization;
using Microsoft.Extensions.Options;
using StakeBot.Adapters.Discord.Http;

namespace StakeBot.Adapters.Discord;

/// <summary>A platform that is configured half is an error: the bot never falls back to the local chat in silence.</summary>
internal sealed class DiscordOptionsValidator : IValidateOptions<DiscordOptions>
{
    private const int MostShards = 256;

    public ValidateOptionsResult Validate(string? name, DiscordOptions options)
    {
        if (!options.IsConfigured)
            return ValidateOptionsResult.Success;
        List<string> wrong = [];
        if (string.IsNullOrWhiteSpace(options.Token))
            wrong.Add("Discord:Token is missing although Discord is configured. It is the bot token of the application in the developer portal.");
        else if (!options.Token.All(c => c is > ' ' and < '\u007F'))
            wrong.Add("Discord:Token holds a character that no token has, such as a blank or a line break. Copy it again from the developer portal, without the word Bot.");
        if (options.OwnerId is not null && (!long.TryParse(options.OwnerId, NumberStyles.None, CultureInfo.InvariantCulture, out long owner) || owner <= 0))
            wrong.Add("Discord:OwnerId is no number. It is the owner's numeric Discord id, such as 80351110224678912. Without it, the bot prints a code with which the owner makes himself known.");
        if (options.ApiBase is { } api && !SafeAddress.IsWeb(api))
            wrong.Add("Discord:ApiBase must begin with https://, such as https://discord.com/api/v10. Plain http is taken on this machine only: the token would be readable on its way.");
        if (options.Shards is < 1 or > MostShards)
            wrong.Add($"Discord:Shards must be from 1 to {MostShards}, such as 1: one connection serves 2,500 servers.");
        if (options.DeveloperGuildId is { } server && !ulong.TryParse(server, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            wrong.Add("Discord:DeveloperGuildId is no number. It is the id of a server, such as 81384788765712384; without it, all servers get the commands.");
        if (options.IsHttpMode && RequestSignature.KeyOf(options.PublicKey) is null)
            wrong.Add("Discord:PublicKey is no key. It is the application's public key in the developer portal, 64 hexadecimal digits; without it, interactions come over the gateway.");
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }
}

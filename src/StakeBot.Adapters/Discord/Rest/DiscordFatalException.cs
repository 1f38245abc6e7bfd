namespace StakeBot.Adapters.Discord.Rest;

/// <summary>Discord does not take the bot's token, or the bot may not go on for another reason: nothing is sent any more until a person has mended it.</summary>
internal sealed class DiscordFatalException(string message) : Exception(message);

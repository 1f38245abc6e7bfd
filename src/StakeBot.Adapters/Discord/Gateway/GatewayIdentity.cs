namespace StakeBot.Adapters.Discord.Gateway;

/// <summary>Who speaks.</summary>
/// <param name="Token">The bot's token.</param>
/// <param name="Shard">Which of the connections this is, from 0.</param>
/// <param name="Shards">How many there are.</param>
/// <param name="Presence">What is shown beside the bot's name now: its mode.</param>
internal sealed record GatewayIdentity(string Token, int Shard, int Shards, Func<string> Presence)
{
    public override string ToString() => $"connection {Shard} of {Shards}";
}

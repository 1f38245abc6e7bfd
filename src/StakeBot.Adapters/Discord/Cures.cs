namespace StakeBot.Adapters.Discord;

/// <summary>Why nothing more goes to Discord, and how that is mended: for the log and for whoever watches over the process.</summary>
internal static class Cures
{
    public const string Token =
        "Discord does not take the bot's token (setting Discord:Token). Make a new one in the developer portal under Bot, Reset Token, put it into the settings and start again. The other surfaces go on.";

    public const string Shards =
        "Discord wants the bot's servers spread over other connections. Set Discord:Shards to a number that serves them, one for every 2,500 servers, and start again. The other surfaces go on.";

    public const string Version =
        "Discord no longer takes version 10 of its gateway. Install a newer version of this program. The other surfaces go on.";

    public const string Intents =
        "Discord refuses the intents, of which this program asks for none. Look in the developer portal whether the application is in order, and install the newest version of this program. The other surfaces go on.";

    public const string Misunderstood =
        "Discord did not understand this program three times in ten minutes. This is a fault of the program: install its newest version and start again. The other surfaces go on.";

    public static string TooManySessions(int count) =>
        $"{count} sessions with Discord were begun within a day, which means that something ends them again and again; after 1,000 Discord takes the token away. Find out what it is, and start again tomorrow. The other surfaces go on.";

    public static string TooFewShards(int wanted, int has) =>
        $"Discord wants {wanted} connections for the bot's servers, and Discord:Shards is {has}. Set it to {wanted} and start again. The other surfaces go on.";
}

namespace StakeBot.Bot.Ports.Storage;

/// <summary>One change of one record.</summary>
/// <param name="Collection">Its collection.</param>
/// <param name="Key">Its key.</param>
/// <param name="ExpectedVersion">The version that it must have now; 0: it must not exist.</param>
/// <param name="Body">Its new content; null deletes it. A record that is written anew after that begins at version 1 again.</param>
public sealed record RecordWrite(string Collection, string Key, long ExpectedVersion, string? Body);

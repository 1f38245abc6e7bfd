namespace StakeBot.Bot.Ports.Storage;

/// <summary>One thing that is remembered.</summary>
/// <param name="Collection">What kind of thing: lower case letters and hyphens.</param>
/// <param name="Key">Which one, unique within the collection.</param>
/// <param name="Version">1 when it was first written, one more with each change.</param>
/// <param name="Body">Its content: canonical JSON, times as Unix milliseconds, amounts as decimal strings, below 4 KB.</param>
public sealed record StoredRecord(string Collection, string Key, long Version, string Body);

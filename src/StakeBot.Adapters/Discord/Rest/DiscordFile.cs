namespace StakeBot.Adapters.Discord.Rest;

/// <summary>A file of a request: part <c>files[n]</c>, where n is its place in the list and the id of its entry under <c>attachments</c>.</summary>
internal sealed record DiscordFile(string FileName, string MediaType, ReadOnlyMemory<byte> Bytes);

namespace StakeBot.Host.Output;

/// <summary>A picture or a document of a reply, and where it was written.</summary>
/// <param name="Of">What it is.</param>
/// <param name="Path">The file; null when none was asked for.</param>
internal sealed record WrittenFile<T>(T Of, string? Path);

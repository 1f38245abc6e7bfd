namespace StakeBot.Bot.Chat;

/// <summary>A picture in a reply. Whoever cannot see it has the alt text and the table, from the same numbers.</summary>
/// <param name="FileName">Such as <c>frontier.png</c>.</param>
/// <param name="Png">The picture.</param>
/// <param name="AltText">What it shows: kind, data, point; at most 300 characters.</param>
public sealed record Picture(string FileName, ReadOnlyMemory<byte> Png, string AltText);

namespace StakeBot.Bot.Chat;

/// <summary>A file that belongs to a reply, to be kept by whoever asked for it.</summary>
/// <param name="FileName">Such as <c>stakebot-audit-2026-11-22.csv</c>: letters, digits, points and hyphens.</param>
/// <param name="MediaType">Such as <c>text/csv; charset=utf-8</c>.</param>
/// <param name="Bytes">What is in it.</param>
public sealed record Document(string FileName, string MediaType, ReadOnlyMemory<byte> Bytes);

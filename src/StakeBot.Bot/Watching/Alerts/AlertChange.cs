namespace StakeBot.Bot.Watching.Alerts;

/// <summary>What is to be written down of one alert, and what is said of it.</summary>
/// <param name="Event">A stable word: raised, repeated, cleared, split.</param>
/// <param name="Key">Which alert.</param>
/// <param name="Version">The version of its record before; 0 for none.</param>
/// <param name="Record">Its record from now on; null when it ends.</param>
/// <param name="Text">What is said; null when nothing is.</param>
/// <param name="To">To whom; null: the owner.</param>
/// <param name="IsUrgent">Whether it rings in quiet hours too.</param>
internal sealed record AlertChange(string Event, string Key, long Version, AlertRecord? Record, string? Text, AlertRecipient? To, bool IsUrgent);

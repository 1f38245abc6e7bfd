namespace StakeBot.Bot.Watching.Alerts;

/// <summary>An alert that was raised and holds still.</summary>
/// <param name="Text">What was said.</param>
/// <param name="Since">When it was raised.</param>
/// <param name="ToldAt">When it was said last.</param>
/// <param name="Wait">How long until it is said again; doubled each time.</param>
/// <param name="To">Whom it concerns; null: the owner.</param>
internal sealed record AlertRecord(string Text, DateTimeOffset Since, DateTimeOffset ToldAt, TimeSpan Wait, AlertRecipient? To = null);

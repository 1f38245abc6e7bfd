namespace StakeBot.Bot.Watching.Alerts;

/// <summary>Something that holds now and that somebody should know of.</summary>
/// <param name="Key">Which it is: one alert until it holds no more.</param>
/// <param name="Text">One sentence for people.</param>
/// <param name="IsUrgent">Whether it rings in quiet hours too.</param>
internal sealed record AlertCondition(string Key, string Text, bool IsUrgent = false)
{
    /// <summary>Whom it concerns; null: the owner, wherever he is.</summary>
    public AlertRecipient? To { get; init; }
}

/// <summary>Somebody whom an alert concerns, where he is told.</summary>
internal sealed record AlertRecipient(string Person, string Platform, string Chat);

/// <summary>What holds now, and what could be judged at all: what could not is neither raised nor cleared.</summary>
/// <param name="Holding">What holds.</param>
/// <param name="CanJudge">Whether a condition of that key could be judged.</param>
internal sealed record AlertReading(IReadOnlyList<AlertCondition> Holding, Func<string, bool> CanJudge);

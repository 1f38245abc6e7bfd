namespace StakeBot.Bot.Execution.Records;

/// <summary>A record that this version cannot read: written by a newer one, or damaged. Nothing may be decided without it.</summary>
public sealed class RecordUnreadableException(string kind, Exception? inner)
    : Exception($"A stored {kind} cannot be read by this version of StakeBot. It was written by a newer one, or it is damaged.", inner);

namespace StakeBot.Adapters.Store.Transfer;

/// <summary>What was restored.</summary>
/// <param name="Records">How many records there are now.</param>
/// <param name="JournalLength">How many journal records.</param>
/// <param name="Withheld">How many secret records the export had left out; they are to be entered again.</param>
/// <param name="Replaced">Where the store that was there before lies now; null when there was none.</param>
public sealed record RestoreReport(int Records, long JournalLength, int Withheld, string? Replaced);

namespace StakeBot.Adapters.Store.Transfer;

/// <summary>What an export holds.</summary>
/// <param name="Records">How many records.</param>
/// <param name="JournalLength">How many journal records: always all of them.</param>
/// <param name="Withheld">How many records were left out because they are secret.</param>
public sealed record ExportReport(int Records, long JournalLength, int Withheld);

using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Bot.Features.Audit;

/// <summary>A page of the journal.</summary>
/// <param name="Records">What it shows, newest first.</param>
/// <param name="All">Everything that there is to page through, oldest first.</param>
/// <param name="Number">Which page, from 1.</param>
/// <param name="Pages">How many there are.</param>
/// <param name="Code">The proposal that it is about; null for everything.</param>
internal sealed record JournalPage(IReadOnlyList<JournalRecord> Records, IReadOnlyList<JournalRecord> All, int Number, int Pages, string? Code)
{
    public bool IsEmpty => All.Count == 0;
}

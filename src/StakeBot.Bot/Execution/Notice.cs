using System.Text.Json;
using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Bot.Execution;

/// <summary>Messages of their own about a proposal, sent to where it is shown.</summary>
internal static class Notice
{
    public const string Kind = "alert";

    public static async Task<IReadOnlyList<OutgoingMessage>> ToCardsAsync(ProposalBook book, StoredProposal stored, string text, DateTimeOffset now, CancellationToken ct) =>
    [
        .. (await book.CardsAsync(stored.Proposal.Id, ct)).Select(card => new OutgoingMessage(
            $"notice:{stored.Proposal.Id.Value}:{stored.Version}:{card.Platform}:{card.Chat}",
            card.Platform,
            card.Chat,
            OutgoingPriority.Alert,
            JsonSerializer.Serialize(new { kind = Kind, text }),
            now)),
    ];
}

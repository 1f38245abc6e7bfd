using System.Text.Json;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.People;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Bot.Execution;

/// <summary>Messages of their own about a proposal, each once in a conversation.</summary>
internal sealed class Notices(ProposalBook book, OwnerAlerts owner, TimeProvider time)
{
    /// <summary>For those who see the proposal.</summary>
    public async Task<IReadOnlyList<OutgoingMessage>> ToCardsAsync(StoredProposal stored, string text, CancellationToken ct) => Of(stored, text, await ShownAsync(stored, ct));

    /// <summary>For them and for the owner, wherever the proposal is shown.</summary>
    public async Task<IReadOnlyList<OutgoingMessage>> ToOwnerTooAsync(StoredProposal stored, string text, CancellationToken ct) =>
        Of(stored, text, (await owner.ConversationsAsync(ct)).Union(await ShownAsync(stored, ct)));

    // A step can end long after a session of the local chat has; whoever sat there is reached all the same.
    private async Task<IEnumerable<ChatAddress>> ShownAsync(StoredProposal stored, CancellationToken ct) =>
        (await book.CardsAsync(stored.Proposal.Id, ct)).Select(card => new ChatAddress(card.Platform, card.Chat).Lasting).Distinct();

    private IReadOnlyList<OutgoingMessage> Of(StoredProposal stored, string text, IEnumerable<ChatAddress> conversations) =>
    [
        .. conversations.Select(to => new OutgoingMessage(
            $"notice:{stored.Proposal.Id.Value}:{stored.Version}:{to.Platform}:{to.Chat}",
            to.Platform,
            to.Chat,
            OutgoingPriority.Alert,
            JsonSerializer.Serialize(new { kind = AlertText.KindName, text }),
            time.GetUtcNow())),
    ];
}

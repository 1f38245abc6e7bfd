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
    public async Task<IReadOnlyList<OutgoingMessage>> ToCardsAsync(StoredProposal stored, string text, CancellationToken ct)
    {
        // A step can end long after a session of the local chat has; whoever sat there is reached all the same.
        IEnumerable<ChatAddress> shown = (await book.CardsAsync(stored.Proposal.Id, ct)).Select(card => new ChatAddress(card.Platform, card.Chat).Lasting).Distinct();
        return
        [
            .. shown.Select(to => new OutgoingMessage(
                $"notice:{stored.Proposal.Id.Value}:{stored.Version}:{to.Platform}:{to.Chat}",
                to.Platform,
                to.Chat,
                OutgoingPriority.Alert,
                JsonSerializer.Serialize(new { kind = AlertText.KindName, text }),
                time.GetUtcNow())),
        ];
    }

    /// <summary>For them and for the owner, wherever the proposal is shown.</summary>
    public async Task<IReadOnlyList<OutgoingMessage>> ToOwnerTooAsync(StoredProposal stored, string text, CancellationToken ct)
    {
        IReadOnlyList<OutgoingMessage> toOwner = await owner.ForOwnerAsync(text, ct);
        HashSet<(string, string)> reached = [.. toOwner.Select(message => (message.Platform, message.Chat))];
        return [.. toOwner, .. (await ToCardsAsync(stored, text, ct)).Where(message => !reached.Contains((message.Platform, message.Chat)))];
    }
}

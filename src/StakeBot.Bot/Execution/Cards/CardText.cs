using System.Text.Json;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution.Records;
using StakeBot.Core.Proposals;

namespace StakeBot.Bot.Execution.Cards;

/// <summary>A proposal's message as it is true when it is sent; and the memory of where it is shown.</summary>
internal sealed class CardText(ProposalBook book, TimeProvider time) : IOutgoingText, IShownCards
{
    public string Kind => CardBody.Kind;

    public async Task<OutgoingReply?> ComposeAsync(JsonElement body, ChatAddress address, CancellationToken ct)
    {
        ProposalId id = CardBody.Read(body);
        if (await book.FindAsync(id, ct) is not { } stored)
            return null;
        if (CardBody.OlderOf(body) is { } older)
            return new OutgoingReply(ProposalCard.Older(stored.Proposal), new MessageRef(address, older)) { IsOnlyAnEdit = true };
        ShownCard? shown = (await book.CardsAsync(id, ct)).FirstOrDefault(card => card.Platform == address.Platform && card.Chat == address.Chat);
        return new OutgoingReply(ProposalCard.Of(stored, time.GetUtcNow()), shown is null ? null : new MessageRef(address, shown.MessageId));
    }

    public Task DeliveredAsync(JsonElement body, MessageRef where, CancellationToken ct) => ShownAsync(CardBody.Read(body).Value, where, ct);

    public Task ShownAsync(string card, MessageRef where, CancellationToken ct) =>
        book.ShownAsync(new ProposalId(card), new ShownCard(where.Address.Platform, where.Address.Chat, where.MessageId), ct);
}

namespace StakeBot.Bot.Chat;

/// <summary>Told where a reply that shows a card was shown, so that the card can be edited there.</summary>
public interface IShownCards
{
    /// <summary>Notes where a card is shown.</summary>
    Task ShownAsync(string card, MessageRef where, CancellationToken ct);
}

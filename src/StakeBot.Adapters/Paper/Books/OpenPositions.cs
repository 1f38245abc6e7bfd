using StakeBot.Core.Money;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Paper.Books;

/// <summary>The positions of one model in the rounds that are open, oldest first.</summary>
internal sealed class OpenPositions
{
    private readonly Queue<OpenPosition> _positions = [];

    public int Count => _positions.Count;

    public Nmr Total => _positions.Select(position => position.AtRisk).Total;

    /// <summary>All of them, oldest first.</summary>
    public IReadOnlyList<OpenPosition> All => [.. _positions];

    /// <summary>Opens a position; nothing at risk is no position.</summary>
    public void Open(RoundNumber round, Nmr atRisk)
    {
        if (atRisk > Nmr.Zero)
            _positions.Enqueue(new OpenPosition(round, atRisk));
    }

    /// <summary>Takes the position of a round out; zero when there is none.</summary>
    public Nmr Close(RoundNumber round) =>
        _positions.TryPeek(out OpenPosition oldest) && oldest.Round == round ? _positions.Dequeue().AtRisk : Nmr.Zero;

    /// <summary>What is at risk in a round; zero when nothing is.</summary>
    public Nmr In(RoundNumber round) => _positions.FirstOrDefault(position => position.Round == round).AtRisk;

    /// <summary>The result that the scores so far would have.</summary>
    public Nmr Pending(RoundPricing pricing, RoundNumber newest) =>
        _positions.Select(position => pricing.Settle(position.AtRisk, position.Round, newest)).Total;
}

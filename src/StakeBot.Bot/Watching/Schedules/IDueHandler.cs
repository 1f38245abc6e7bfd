using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Bot.Watching.Schedules;

/// <summary>Does one kind of work that is due.</summary>
internal interface IDueHandler
{
    /// <summary>The kind, as in <see cref="DueItem.Kind"/>.</summary>
    string Kind { get; }

    /// <summary>Enters what has to be there, at the start and after the clock was set back: zones may have other rules than when it was written down.</summary>
    Task RestoreAsync(CancellationToken ct);

    /// <summary>What follows from an item whose time has come. What it does beside that must bear being done twice: a kill may come before it is noted.</summary>
    Task<DueStep> HandleAsync(DueItem item, CancellationToken ct);
}

/// <summary>What follows from an item.</summary>
/// <param name="Occurrence">Unique for this occurrence: its messages are sent once.</param>
/// <param name="Next">When it is due again; null: never.</param>
/// <param name="Outgoing">What is to be said.</param>
internal sealed record DueStep(string Occurrence, DueItem? Next, IReadOnlyList<OutgoingMessage> Outgoing);

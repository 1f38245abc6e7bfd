using StakeBot.Bot.Execution.Records;
using StakeBot.Core.Proposals.Planning;

namespace StakeBot.Bot.Execution.Desks;

/// <summary>
/// Carries out the steps of one kind. A desk decides and speaks to the outside; the executor writes down what it says, each time before the desk is
/// asked to go on, so that no byte leaves without a durable intent.
/// </summary>
internal interface IStakeDesk
{
    /// <summary>Whether it is the desk for a change in a mode.</summary>
    bool Serves(StakeChange change, ExecutionMode mode);

    /// <summary>Prepares a planned step. Nothing leaves yet.</summary>
    /// <exception cref="Ports.NumeraiUnavailableException">The account cannot be read now.</exception>
    Task<LegStep> PrepareAsync(Leg leg, CancellationToken ct);

    /// <summary>Carries out a step whose intent this run has just made durable. Called once per claim.</summary>
    Task<LegStep> CarryOutAsync(Leg leg, CancellationToken ct);

    /// <summary>A step that another run of the program had begun.</summary>
    Task<LegStep> RecoverAsync(Leg leg, CancellationToken ct);

    /// <summary>Looks for a step that was sent, or that the owner carries out himself.</summary>
    Task<LegStep> LookAsync(Leg leg, CancellationToken ct);
}

/// <summary>What a desk says of a step.</summary>
/// <param name="Leg">The step as it is to be written down.</param>
/// <param name="Event">What happened, a stable word.</param>
/// <param name="Drift">Why the step must not be carried out after all, one sentence; null when nothing stands against it.</param>
internal sealed record LegStep(Leg Leg, string Event, string? Drift = null);

using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Bot.Execution.Making;

/// <summary>Why a proposal is made now.</summary>
/// <param name="Origin">Who or what asked for it.</param>
/// <param name="Because">The evidence, one line for the proposal; null when somebody just asked.</param>
/// <param name="ExpiresAt">Until when it waits; null: as long as the policy says. A round's close ends it earlier.</param>
internal sealed record Occasion(ProposalOrigin Origin, string? Because, DateTimeOffset? ExpiresAt)
{
    /// <summary>What is written in the step that enters the proposal; when it finds something else than it expects, no proposal is entered.</summary>
    public RecordWrite? Together { get; init; }
}

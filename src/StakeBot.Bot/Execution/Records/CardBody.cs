using System.Text.Json;
using StakeBot.Core.Proposals;

namespace StakeBot.Bot.Execution.Records;

/// <summary>The bodies of outgoing messages that show proposals. They name the proposal only: its text is made when it is sent.</summary>
internal static class CardBody
{
    public const string Kind = "proposal";

    /// <summary>Shows a proposal anew where it is shown already; a message of its own where it is not.</summary>
    public static string Edit(ProposalId id) => JsonSerializer.Serialize(new { kind = Kind, proposal = id.Value });

    /// <summary>Takes the buttons off a message, because a newer one in the same conversation shows the proposal.</summary>
    public static string Older(ProposalId id, string messageId) => JsonSerializer.Serialize(new { kind = Kind, proposal = id.Value, older = messageId });

    /// <summary>The older message that a body names; null when it is about the one that counts.</summary>
    public static string? OlderOf(JsonElement body) => body.TryGetProperty("older", out JsonElement older) ? older.GetString() : null;

    /// <summary>The proposal that a body names.</summary>
    public static ProposalId Read(JsonElement body) => new(body.GetProperty("proposal").GetString()!);
}

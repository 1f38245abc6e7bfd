using System.Security.Cryptography;

namespace StakeBot.Bot.Execution;

/// <summary>This run of the program. A step that another run has claimed is never sent by this one.</summary>
internal sealed class RunIdentity
{
    public string Id { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}

using System.Text.Json.Nodes;

namespace StakeBot.Testing.Discord;

/// <summary>A request that the fake REST interface got.</summary>
/// <param name="Path">Below the base address, such as <c>/channels/7/messages</c>, with its query.</param>
/// <param name="Json">The body, or the part <c>payload_json</c> of a form.</param>
/// <param name="Files">The parts <c>files[n]</c>, in the order of n.</param>
public sealed record FakeRequest(string Method, string Path, string? Authorization, JsonNode? Json, IReadOnlyList<FakeFile> Files)
{
    public override string ToString() => $"{Method} {Path}";
}

/// <summary>A file of a request.</summary>
public sealed record FakeFile(string Name, string ContentType, byte[] Bytes);

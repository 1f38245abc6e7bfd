using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Files;

/// <summary>A model that is known by its name only; files carry no ids, and case does not distinguish names at Numerai.</summary>
internal static class FileModel
{
    public static Model Of(Tournament tournament, string name) => new(Id(tournament, name), name, tournament);

    public static ModelId Id(Tournament tournament, string name) => new($"{tournament.Lower()}/{name.ToLowerInvariant()}");

    /// <summary>What is wrong with a name; null when it can be one.</summary>
    public static string? Complaint(string name) =>
        name.Length == 0 ? "the model has no name. Write its name."
        : name.Any(char.IsControl) ? "the model's name holds a control character. Take it out."
        : null;
}

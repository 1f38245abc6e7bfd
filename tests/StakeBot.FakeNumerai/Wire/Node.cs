namespace StakeBot.NumeraiFake.Wire;

/// <summary>An object of an answer: its fields by name.</summary>
internal sealed class Node : Dictionary<string, object?>;

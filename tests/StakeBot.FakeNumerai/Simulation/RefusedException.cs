namespace StakeBot.NumeraiFake.Simulation;

/// <summary>Numerai says no, in these words.</summary>
internal sealed class RefusedException(string message) : Exception(message);

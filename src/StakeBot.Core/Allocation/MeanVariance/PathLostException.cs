namespace StakeBot.Core.Allocation.MeanVariance;

/// <summary>Rounding has led a path astray; another order of the same assets leads another way.</summary>
internal sealed class PathLostException(string message) : InvalidOperationException(message);

namespace StakeBot.Core.Allocation.TailRisk;

/// <summary>What stops a step along an edge first, and after which length.</summary>
/// <param name="Step">The length, in units of the direction.</param>
/// <param name="Tie">The part of the length that is of the order of the perturbation; decides among equals.</param>
/// <param name="Kind">What stops it.</param>
/// <param name="Index">The asset or the scenario.</param>
/// <param name="Peer">The other scenario of the pair, where there is one.</param>
internal readonly record struct Block(double Step, double Tie, BlockKind Kind, int Index, int Peer = -1)
{
    /// <summary>No block: the step could be as long as one likes.</summary>
    internal static Block Nothing { get; } = new(double.PositiveInfinity, double.PositiveInfinity, BlockKind.None, -1);
}

/// <summary>The kinds of blocks.</summary>
internal enum BlockKind
{
    /// <summary>Nothing stops the step.</summary>
    None,

    /// <summary>A free asset reaches its lower bound.</summary>
    Lower,

    /// <summary>A free asset reaches its upper bound.</summary>
    Upper,

    /// <summary>The entering asset reaches its other bound.</summary>
    Flip,

    /// <summary>A scenario outside the tail reaches its edge.</summary>
    Rise,

    /// <summary>A scenario of the tail falls to its edge.</summary>
    Fall,

    /// <summary>Another peak reaches the peak that a scenario of the tail falls from.</summary>
    Peak,

    /// <summary>The edge of the tail reaches zero.</summary>
    Floor,
}

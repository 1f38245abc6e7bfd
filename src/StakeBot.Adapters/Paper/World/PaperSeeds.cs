using System.Diagnostics;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Paper.World;

/// <summary>Where the noise comes from. The tournaments are drawn apart, as nothing is known of how their scores hang together.</summary>
internal sealed record PaperSeeds(ulong Classic, ulong Signals)
{
    /// <summary>
    /// The history that everybody gets: picked out of very many, because it has every calibrated property at once, which few have that are no longer
    /// than six independent periods.
    /// </summary>
    public static PaperSeeds Default { get; } = new(608166, 12439);

    /// <summary>One seed for all.</summary>
    public static PaperSeeds Of(ulong seed) => new(seed, seed);

    /// <summary>The noise of a tournament.</summary>
    public NoiseStream NoiseOf(Tournament tournament) => tournament switch
    {
        Tournament.Classic => new NoiseStream(Classic),
        Tournament.Signals => new NoiseStream(Signals),
        _ => throw new UnreachableException($"There is no simulated {tournament}."),
    };
}

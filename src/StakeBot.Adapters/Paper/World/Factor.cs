namespace StakeBot.Adapters.Paper.World;

/// <summary>What moves several models at once.</summary>
internal enum Factor
{
    /// <summary>Every Classic model; lasts for weeks, so that the whole fund's results fade more slowly than one model's.</summary>
    Common,

    /// <summary>Models that are close to Numerai's own benchmark models.</summary>
    Benchmark,

    /// <summary>Models that bet against them on small companies.</summary>
    Contrarian,

    /// <summary>What two near twins share beside everything else.</summary>
    Twins,

    /// <summary>Every Signals model.</summary>
    Signals,
}

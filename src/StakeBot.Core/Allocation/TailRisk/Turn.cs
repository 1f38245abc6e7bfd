namespace StakeBot.Core.Allocation.TailRisk;

/// <summary>The λ at which the optimal vertex changes, and what gives way there.</summary>
internal struct Turn
{
    private double _strength;

    /// <summary>Nothing gives way.</summary>
    internal static Turn None => new() { Lambda = double.NegativeInfinity, Index = -1 };

    /// <summary>λ.</summary>
    internal double Lambda { get; private set; }

    /// <summary>The asset or the tie.</summary>
    internal int Index { get; private set; }

    /// <summary>Whether an asset enters; otherwise a tie lets go.</summary>
    internal bool IsAsset { get; private set; }

    /// <summary>An asset's weight rises, or a tie's scenario goes to the tail side.</summary>
    internal bool IsUp { get; private set; }

    /// <summary>
    /// Takes over the condition value + λ slope ≥ 0 if it is the first one to break as λ falls. One that does not depend on λ breaks at once or never.
    /// Among equals the one that breaks fastest is taken.
    /// </summary>
    internal void Consider(double value, double slope, double noValue, double noSlope, double lambda, int index, bool asset, bool up)
    {
        double at, strength;
        if (slope > noSlope)
            (at, strength) = (Math.Min(lambda, -value / slope), slope);
        else if (slope >= -noSlope && value < -noValue)
            (at, strength) = (lambda, -value);
        else
            return;
        if (at > Lambda || (at == Lambda && strength > _strength))
            (Lambda, _strength, Index, IsAsset, IsUp) = (at, strength, index, asset, up);
    }
}

namespace StakeBot.Core.Allocation.MeanVariance;

/// <summary>
/// Tells a movement z without risk (Σz = 0: copies, riskless assets, fewer rounds than assets) from one with little: its curvature z′Σz,
/// taken from the definition, against what rounding alone makes of it.
/// </summary>
internal sealed class FlatDirection(QuadraticProgram program)
{
    /// <summary>z′Σz of the last movement that was looked at may be rounding up to here.</summary>
    public double Noise { get; private set; }

    /// <summary>Room for a movement that nobody needs.</summary>
    public double[] Scratch { get; } = new double[program.Count];

    /// <summary>Whether a curvature that came out of a subtraction is so small that it must be taken from the definition.</summary>
    public bool IsSuspect(double curvature, int v, ReadOnlySpan<int> basis)
    {
        double scale = program.Curvature(v, v);
        foreach (int b in basis)
            scale += program.Curvature(b, b);
        return !(curvature > 1e-6 * scale);
    }

    /// <summary>z′Σz, where only v and the members of the free set move.</summary>
    public double Curvature(int v, ReadOnlySpan<int> members, ReadOnlySpan<double> ray)
    {
        int[] moving = [v, .. members];
        double sum = 0, reach = 0, longest = 0, widest = 0;
        foreach (int a in moving)
        {
            double slope = 0;
            foreach (int b in moving)
                slope += program.Curvature(a, b) * ray[b];
            sum += ray[a] * slope;
            double deviation = Math.Sqrt(Math.Max(0, program.Curvature(a, a)));
            reach += Math.Abs(ray[a]) * deviation;
            longest = Math.Max(longest, Math.Abs(ray[a]));
            widest = Math.Max(widest, deviation);
        }
        if (sum < -1e-9 * reach * reach)
            throw new ArgumentException("The covariance gives some portfolio a negative variance.");
        double blur = 1e-14 * longest * widest;
        Noise = 1e-13 * reach * reach + blur * blur;
        return sum;
    }
}

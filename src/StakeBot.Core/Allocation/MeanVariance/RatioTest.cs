using System.Numerics;
using System.Runtime.InteropServices;

namespace StakeBot.Core.Allocation.MeanVariance;

/// <summary>What happens first when the free variables move and the reduced gradients turn.</summary>
internal sealed class RatioTest(ActiveSet set)
{
    /// <summary>How far a bound may be overrun so that a safer pivot can be taken.</summary>
    private const double Hair = 1e-14;

    /// <summary>Slower than this share of the fastest is standing still.</summary>
    private const double Still = 1e-14;

    /// <summary>
    /// The free variable that reaches a bound first, and the step there. Among those that do so within a hair the fastest: the others' motion
    /// may be rounding (Harris 1973).
    /// </summary>
    /// <param name="move">The motion per step.</param>
    /// <param name="entering">A variable that moves although it is not free yet; −1 for none.</param>
    /// <param name="lowestIndex">Take the lowest index instead (Bland's rule, against cycling).</param>
    public (double Step, int Variable) Blocking(ReadOnlySpan<double> move, int entering, bool lowestIndex)
    {
        double fastest = entering < 0 ? 0 : Math.Abs(move[entering]);
        foreach (int v in set.Free.Members)
            fastest = Math.Max(fastest, Math.Abs(move[v]));
        double still = (lowestIndex ? 1e-9 : Still) * fastest, reach = entering < 0 ? double.PositiveInfinity : Reach(entering, move[entering]);
        foreach (int v in set.Free.Members)
        {
            if (Math.Abs(move[v]) > still)
                reach = Math.Min(reach, Reach(v, move[v]));
        }
        int blocking = entering >= 0 && Room(entering, move[entering]) <= reach * Math.Abs(move[entering]) ? entering : -1;
        double speed = blocking < 0 ? still : Math.Abs(move[blocking]);
        foreach (int v in set.Free.Members)
        {
            double candidate = Math.Abs(move[v]);
            bool better = lowestIndex && blocking >= 0 ? v < blocking && candidate > still : candidate > speed;
            if (better && Room(v, move[v]) <= reach * candidate)
                (blocking, speed) = (v, candidate);
        }
        return blocking < 0 ? (double.PositiveInfinity, -1) : (Math.Max(0, Room(blocking, move[blocking])) / Math.Abs(move[blocking]), blocking);
    }

    /// <summary>The held variable whose reduced gradient r reaches 0 first at the rate r′, and the step there.</summary>
    /// <param name="reduced">r: not below 0 at a lower bound, not above at an upper one.</param>
    /// <param name="turn">r′.</param>
    /// <param name="level">A rate below this is none.</param>
    public (double Step, int Variable) Freed(ReadOnlySpan<double> reduced, ReadOnlySpan<double> turn, double level)
    {
        ref double r = ref MemoryMarshal.GetReference(reduced);
        ref double t = ref MemoryMarshal.GetReference(turn);
        ref double w = ref MemoryMarshal.GetReference(set.Watch.AsSpan());
        Vector<double> nearest = new(double.PositiveInfinity), least = new(level), where = new(-1.0);
        nuint i = 0, length = (nuint)turn.Length, width = (nuint)Vector<double>.Count;
        for (; i + width <= length; i += width)
        {
            Vector<double> side = Vector.LoadUnsafe(ref w, i);
            Vector<double> rate = -side * Vector.LoadUnsafe(ref t, i);
            Vector<double> step = Vector.Max(Vector<double>.Zero, side * Vector.LoadUnsafe(ref r, i)) / rate;
            Vector<long> sooner = Vector.GreaterThan(rate, least) & Vector.LessThan(step, nearest);
            nearest = Vector.ConditionalSelect(sooner, step, nearest);
            where = Vector.ConditionalSelect(sooner, new Vector<double>(i) + Vector<double>.Indices, where);
        }
        (double Step, int Variable) first = (double.PositiveInfinity, -1);
        for (int lane = 0; lane < Vector<double>.Count; lane++)
        {
            if (nearest[lane] < first.Step || nearest[lane] == first.Step && where[lane] < first.Variable)
                first = (nearest[lane], (int)where[lane]);
        }
        for (int v = (int)i; v < turn.Length; v++)
        {
            double rate = -set.Watch[v] * turn[v];
            if (rate > level && Math.Max(0, set.Watch[v] * reduced[v]) / rate is var step && step < first.Step)
                first = (step, v);
        }
        return first;
    }

    /// <summary>At a point where many events coincide: the lowest index among all that block or must be freed here; −1 for none.</summary>
    public int LeastIndex(ReadOnlySpan<double> move, ReadOnlySpan<double> reduced, ReadOnlySpan<double> turn, double level)
    {
        double fastest = 0;
        foreach (int v in set.Free.Members)
            fastest = Math.Max(fastest, Math.Abs(move[v]));
        int least = int.MaxValue;
        foreach (int v in set.Free.Members)
        {
            if (v < least && Math.Abs(move[v]) > 1e-9 * fastest && Room(v, move[v]) <= Hair)
                least = v;
        }
        double zero = Still * set.Program.Unit;
        for (int v = 0; v < turn.Length && v < least; v++)
        {
            if (-set.Watch[v] * turn[v] > level && set.Watch[v] * reduced[v] <= zero)
                least = v;
        }
        return least == int.MaxValue ? -1 : least;
    }

    private double Reach(int v, double move) => (Room(v, move) + Hair) / Math.Abs(move);

    private double Room(int v, double move) => move > 0 ? set.Program.Upper[v] - set.X[v] : set.X[v] - set.Program.Lower[v];
}

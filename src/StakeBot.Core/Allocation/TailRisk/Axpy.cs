using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace StakeBot.Core.Allocation.TailRisk;

/// <summary>y ← y + a x, the inner loop of everything here (BLAS: axpy); four at a time where there are many, which spares y most of its trips.</summary>
internal static class Axpy
{
    /// <summary>y ← y + a x over the length of y.</summary>
    internal static void Add(double a, ReadOnlySpan<double> x, Span<double> y)
    {
        if (x.Length < y.Length)
            throw new ArgumentException($"{x.Length} numbers for {y.Length}.", nameof(x));
        ref double from = ref MemoryMarshal.GetReference(x);
        ref double to = ref MemoryMarshal.GetReference(y);
        int i = 0, wide = y.Length - Vector<double>.Count;
        Vector<double> factor = new(a);
        for (; i <= wide; i += Vector<double>.Count)
            (Vector.LoadUnsafe(ref to, (nuint)i) + factor * Vector.LoadUnsafe(ref from, (nuint)i)).StoreUnsafe(ref to, (nuint)i);
        for (; i < y.Length; i++)
            Unsafe.Add(ref to, i) += a * Unsafe.Add(ref from, i);
    }

    /// <summary>y ← y + Σ a_j x_j for the four columns j of a table whose columns are as long as y.</summary>
    internal static void AddFour(ReadOnlySpan<int> columns, ReadOnlySpan<double> a, ReadOnlySpan<double> table, Span<double> y)
    {
        int length = y.Length;
        ref double x0 = ref MemoryMarshal.GetReference(table.Slice(columns[0] * length, length));
        ref double x1 = ref MemoryMarshal.GetReference(table.Slice(columns[1] * length, length));
        ref double x2 = ref MemoryMarshal.GetReference(table.Slice(columns[2] * length, length));
        ref double x3 = ref MemoryMarshal.GetReference(table.Slice(columns[3] * length, length));
        ref double to = ref MemoryMarshal.GetReference(y);
        double s0 = a[columns[0]], s1 = a[columns[1]], s2 = a[columns[2]], s3 = a[columns[3]];
        Vector<double> a0 = new(s0), a1 = new(s1), a2 = new(s2), a3 = new(s3);
        int i = 0, wide = length - Vector<double>.Count;
        for (; i <= wide; i += Vector<double>.Count)
        {
            Vector<double> sum = Vector.LoadUnsafe(ref to, (nuint)i)
                + (a0 * Vector.LoadUnsafe(ref x0, (nuint)i) + a1 * Vector.LoadUnsafe(ref x1, (nuint)i))
                + (a2 * Vector.LoadUnsafe(ref x2, (nuint)i) + a3 * Vector.LoadUnsafe(ref x3, (nuint)i));
            sum.StoreUnsafe(ref to, (nuint)i);
        }
        for (; i < length; i++)
        {
            Unsafe.Add(ref to, i) += s0 * Unsafe.Add(ref x0, i) + s1 * Unsafe.Add(ref x1, i)
                + (s2 * Unsafe.Add(ref x2, i) + s3 * Unsafe.Add(ref x3, i));
        }
    }

    /// <summary>y ← y + a x and z ← z + b x, with one trip of x.</summary>
    internal static void AddToBoth(ReadOnlySpan<double> x, double a, Span<double> y, double b, Span<double> z)
    {
        if (x.Length < y.Length || z.Length < y.Length)
            throw new ArgumentException($"{x.Length} numbers for {y.Length} and {z.Length}.", nameof(x));
        ref double from = ref MemoryMarshal.GetReference(x);
        ref double first = ref MemoryMarshal.GetReference(y);
        ref double second = ref MemoryMarshal.GetReference(z);
        Vector<double> va = new(a), vb = new(b);
        int i = 0, wide = y.Length - Vector<double>.Count;
        for (; i <= wide; i += Vector<double>.Count)
        {
            Vector<double> v = Vector.LoadUnsafe(ref from, (nuint)i);
            (Vector.LoadUnsafe(ref first, (nuint)i) + va * v).StoreUnsafe(ref first, (nuint)i);
            (Vector.LoadUnsafe(ref second, (nuint)i) + vb * v).StoreUnsafe(ref second, (nuint)i);
        }
        for (; i < y.Length; i++)
        {
            Unsafe.Add(ref first, i) += a * Unsafe.Add(ref from, i);
            Unsafe.Add(ref second, i) += b * Unsafe.Add(ref from, i);
        }
    }
}

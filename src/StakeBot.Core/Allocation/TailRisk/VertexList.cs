using System.Collections.Immutable;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace StakeBot.Core.Allocation.TailRisk;

/// <summary>The vertices in descending order of return. Of those with equal returns only the last one, of least risk, is kept.</summary>
internal sealed class VertexList
{
    private readonly List<(double[] Weights, double Risk, double Height)> _vertices = [];

    /// <summary>Adds the next vertex; <paramref name="height"/> is its return in the unit of the spread of the means.</summary>
    internal void Add(ReadOnlySpan<double> weights, double risk, double height)
    {
        if (_vertices.Count > 0 && _vertices[^1].Height - height <= Tolerances.Return)
            _vertices.RemoveAt(_vertices.Count - 1);
        _vertices.Add((weights.ToArray(), risk, height));
    }

    /// <summary>The corners in ascending order of return, in the unit of the means; their risks divided by the scale.</summary>
    internal ImmutableArray<CornerPortfolio> Corners(double[] mean, double scale)
    {
        ImmutableArray<CornerPortfolio>.Builder corners = ImmutableArray.CreateBuilder<CornerPortfolio>(_vertices.Count);
        for (int v = _vertices.Count - 1; v >= 0; v--)
        {
            (double[] weights, double risk, _) = _vertices[v];
            double expected = TensorPrimitives.Dot<double>(weights, mean);
            if (corners.Count == 0 || expected > corners[^1].Return)
                corners.Add(new CornerPortfolio(expected, risk / scale, ImmutableCollectionsMarshal.AsImmutableArray(weights)));
        }
        return corners.DrainToImmutable();
    }
}

using System.Runtime.InteropServices;
using System.Security.Cryptography;
using StakeBot.Testing;

namespace StakeBot.Core.Tests.Allocation.MeanVariance;

public sealed class SyntheticReturnsTests
{
    [Theory]
    [InlineData(50, "41d5df91f5d525ccb18c303ef1c4a1efcf9ff64ca4b31e6b8927b7ae43c662b3")]
    [InlineData(200, "dd23ec8864fa4a5388c3e31c0a51eae88a566f3972875dbdfb0c6c07806c2834")]
    [InlineData(500, "770c0336ab80eab963ffb919f8969c41ce6fd78992e7e1f76e91be588e7821da")]
    [InlineData(1000, "584cad6703380e3e5bb5069a40bab45c39165c69add5a9191ef49d1ccfe34890")]
    public void Made_up_returns_are_the_same_bits_everywhere(int models, string hash)
    {
        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes<double>(SyntheticReturns.Generate(models));

        Assert.Equal(hash, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }
}

using System.Numerics;
using CsCheck;
using StakeBot.Core.Money;

namespace StakeBot.Core.Tests.Money;

public sealed class NmrTests
{
    [Theory]
    [InlineData("12.5", "12.5")]
    [InlineData("0E-18", "0")]
    [InlineData("4.03e-4", "0.000403")]
    [InlineData("-0.250000000000000000", "-0.25")]
    [InlineData(" 7 ", "7")]
    [InlineData("11000000.000000000000000001", "11000000.000000000000000001")]
    public void Amounts_are_read_as_Numerai_writes_them(string text, string expected)
    {
        Assert.True(Nmr.TryParse(text, out Nmr amount));
        Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), amount.Amount);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1,5")]
    [InlineData("1,000")]
    [InlineData("NaN")]
    [InlineData("12 NMR")]
    [InlineData("1e40")]
    public void What_is_no_amount_is_refused(string? text) => Assert.False(Nmr.TryParse(text, out _));

    [Fact]
    public void Every_wei_survives_the_way_there_and_back()
    {
        // 79 billion NMR is what 96 bits of wei hold: 7,000 times all NMR that exist.
        Gen.Select(Gen.ULong, Gen.UInt, Gen.Bool).Sample((low, high, negative) =>
        {
            BigInteger wei = (new BigInteger(high) << 64) + low;
            wei = negative ? -wei : wei;
            Assert.Equal(wei, Nmr.FromWei(wei).ToWei());
        });
    }

    [Fact]
    public void The_ends_of_the_range_of_wei_are_exact()
    {
        BigInteger largest = (BigInteger.One << 96) - 1;
        Assert.Equal(largest, Nmr.FromWei(largest).ToWei());
        Assert.Equal(-largest, Nmr.FromWei(-largest).ToWei());
        Assert.Equal(new Nmr(0.000000000000000001m), Nmr.FromWei(1));
        Assert.Equal(new Nmr(79_228_162_514.264337593543950335m), Nmr.FromWei(largest));
    }

    [Fact]
    public void More_wei_than_fit_is_said_and_not_rounded()
    {
        Assert.Throws<OverflowException>(() => Nmr.FromWei(BigInteger.One << 96));
        Assert.Throws<OverflowException>(() => Nmr.FromWei(BigInteger.Pow(10, 60)));
        Assert.Throws<OverflowException>(() => Nmr.FromWei(-(BigInteger.One << 96)));
    }

    [Fact]
    public void What_is_finer_than_a_wei_is_cut_towards_zero()
    {
        Assert.Equal(new BigInteger(1_999), new Nmr(0.0000000000000019999m).ToWei());
        Assert.Equal(new BigInteger(-1_999), new Nmr(-0.0000000000000019999m).ToWei());
    }

    [Fact]
    public void Amounts_add_and_compare_and_are_shown_with_their_unit()
    {
        Assert.Equal(new Nmr(3.75m), new[] { new Nmr(1.5m), new Nmr(2.25m) }.Total);
        Assert.Equal(Nmr.Zero, Array.Empty<Nmr>().Total);
        Assert.True(new Nmr(-1) < Nmr.Zero && Nmr.Max(new Nmr(1), new Nmr(2)) == new Nmr(2) && Nmr.Min(new Nmr(1), new Nmr(2)) == new Nmr(1));
        Assert.Equal("1,234.50 NMR", new Nmr(1234.5m).ToString());
    }

    [Fact]
    public void Statistics_multiply_an_amount_and_round_it_to_a_wei()
    {
        Assert.Equal(new Nmr(0.333333333333333m), new Nmr(1).Times(1.0 / 3));
        Assert.Equal(new Nmr(5e-18m), new Nmr(5e-18m).Times(1.04));
        Assert.Throws<OverflowException>(() => new Nmr(1).Times(double.NaN));
        Assert.Equal(0.25, new Nmr(1).ShareOf(new Nmr(4)));
        Assert.Equal(0, new Nmr(1).ShareOf(Nmr.Zero));
    }
}

using System.Text;
using Microsoft.Extensions.Time.Testing;
using NSec.Cryptography;
using StakeBot.Adapters.Discord.Http;
using StakeBot.Testing;

namespace StakeBot.Adapters.Tests.Discord.Http;

public sealed class RequestSignatureTests : IDisposable
{
    private static readonly byte[] Body = "{\"type\":1}"u8.ToArray();

    private readonly Key _key = Key.Create(SignatureAlgorithm.Ed25519);
    private readonly FakeTimeProvider _time = new(Some.Moment);

    public void Dispose() => _key.Dispose();

    [Fact]
    public void The_signature_of_RFC_8032_is_understood()
    {
        // Test 3 of section 7.1 of the RFC: a two-byte message, here after an empty time, which is refused for being none.
        PublicKey key = RequestSignature.KeyOf("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025")!;
        byte[] signature = Convert.FromHexString("6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a");

        Assert.True(SignatureAlgorithm.Ed25519.Verify(key, [0xaf, 0x82], signature));
        Assert.False(new RequestSignature(key, _time).IsGenuine(Convert.ToHexString(signature), "", [0xaf, 0x82]));
    }

    [Fact]
    public void What_was_signed_now_is_genuine_and_any_other_byte_is_not()
    {
        string now = Now(0);
        string signature = Sign(now, Body);

        Assert.True(Subject().IsGenuine(signature, now, Body));
        Assert.True(Subject().IsGenuine(signature.ToUpperInvariant(), now, Body));
        Assert.False(Subject().IsGenuine(signature, now, "{\"type\":2}"u8));
        Assert.False(Subject().IsGenuine(signature, Now(1), Body));
        Assert.False(Subject().IsGenuine((signature[0] == '0' ? '1' : '0') + signature[1..], now, Body));
        Assert.False(Subject().IsGenuine(null, now, Body));
        Assert.False(Subject().IsGenuine(signature, null, Body));
        Assert.False(Subject().IsGenuine(signature[..^2], now, Body));
        Assert.False(Subject().IsGenuine(new string('x', 128), now, Body));
    }

    [Theory]
    [InlineData(-300, true)]
    [InlineData(300, true)]
    [InlineData(-301, false)]
    [InlineData(301, false)]
    public void What_somebody_kept_is_not_genuine_later(int seconds, bool genuine)
    {
        string then = Now(seconds);

        Assert.Equal(genuine, Subject().IsGenuine(Sign(then, Body), then, Body));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("zz51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025")]
    public void A_key_that_is_none_is_told(string? hex) => Assert.Null(RequestSignature.KeyOf(hex));

    private RequestSignature Subject() => new(_key.PublicKey, _time);

    private string Now(int seconds) => $"{_time.GetUtcNow().ToUnixTimeSeconds() + seconds}";

    private string Sign(string timestamp, byte[] body) =>
        Convert.ToHexStringLower(SignatureAlgorithm.Ed25519.Sign(_key, [.. Encoding.ASCII.GetBytes(timestamp), .. body]));
}

using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Jobs;
using StakeBot.Testing;

namespace StakeBot.Bot.Tests.Jobs;

public sealed class TapKeyRotationTests
{
    private static readonly ChatAddress Here = new("telegram", "100");
    private static readonly Tap Confirm = new('c', "7F3KQ2M8ZT4WA", 3);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_key_signs_for_thirty_days_and_verifies_for_thirty_more()
    {
        FakeTimeProvider time = new(Some.Moment);
        RandomTapKeys keys = new(time);
        TapSeal seal = new(keys);
        string first = seal.Seal(Confirm, Here);
        using TapKeyRotation rotation = new(keys, time, NullLogger<TapKeyRotation>.Instance);

        time.Advance(TapKeyRotation.Every - TimeSpan.FromHours(1));
        await rotation.LookAsync(Ct);
        Assert.Equal('0', keys.Current.Version);
        time.Advance(TimeSpan.FromHours(1));
        await rotation.LookAsync(Ct);
        Assert.Equal('1', keys.Current.Version);
        Assert.Equal(Confirm, seal.Open(first, Here));

        time.Advance(TapKeyRotation.Every);
        await rotation.LookAsync(Ct);
        Assert.Equal('2', keys.Current.Version);
        Assert.Null(seal.Open(first, Here));
    }
}

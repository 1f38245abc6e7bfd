using System.Globalization;
using CsCheck;

namespace StakeBot.Adapters.Tests.Faults;

/// <summary>Whatever people, Numerai, the store and kills do in whatever order, the promises of execution hold.</summary>
public sealed class RandomLifeTests(ITestOutputHelper output)
{
    // By hand more: STAKEBOT_LIVES.
    private static readonly int Lives = int.Parse(Environment.GetEnvironmentVariable("STAKEBOT_LIVES") ?? "500", CultureInfo.InvariantCulture);

    private static readonly Gen<(int What, int How)[]> Lifes = Gen.Select(Gen.Int[0, 19], Gen.Int[0, 99]).Array[4, 30];

    [Fact]
    public async Task What_was_confirmed_is_made_at_most_once_as_it_was_shown_and_always_ends()
    {
        int received = 0;
        int applied = 0;
        int unclear = 0;
        await Lifes.SampleAsync(
            async events =>
            {
                using RandomLife life = new(events[0].How);
                foreach ((int what, int how) in events)
                    await life.HappensAsync(what, how);
                await life.ComesToRestAsync();
                await life.HoldsAsync();
                received += life.Numerai.Received.Count;
                applied += life.Numerai.Applied.Count;
                unclear += life.Unclear;
            },
            iter: Lives,
            threads: 1);
        output.WriteLine($"{received} changes arrived, {applied} were applied, of {unclear} nobody could tell, in {Lives} lives.");
        // Lives in which nothing is sent would prove nothing.
        Assert.InRange(applied, Lives / 10, received);
        Assert.InRange(unclear, 0, Math.Max(2, received / 4));
    }
}

using Microsoft.Extensions.Time.Testing;
using StakeBot.Adapters.Numerai.Reading;
using StakeBot.Adapters.Numerai.Wire;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Tests.Numerai;

/// <summary>Many accounts behind one address of the network: the published limits are shared.</summary>
public sealed class ManyAccountsTests
{
    private const int Accounts = 1000;

    [Fact]
    public async Task A_thousand_accounts_are_refreshed_without_one_refusal()
    {
        PatientTime time = new();
        await using NumeraiUnderTest numerai = await NumeraiUnderTest.StartAsync(time);
        ScoreHistory scores = new(numerai.Reads, numerai.Keys, new ScoreCache(time, null));
        ClaimsReading claims = new(numerai.Reads, NumeraiUnderTest.WithStaker(numerai.Server.Address));
        AccountReader reader = new(numerai.Reads, numerai.Keys, new TournamentReading(numerai.Reads, numerai.Keys, new PayoutHistory([]), time), claims, scores, time);
        AccountReading first = await reader.ReadAsync(null, TestContext.Current.CancellationToken);
        DateTimeOffset began = time.GetUtcNow();

        for (int account = 0; account < Accounts; account++)
            await reader.ReadAsync(first, TestContext.Current.CancellationToken);

        Assert.Equal(0, numerai.Server.TooMany);
        Assert.Equal(Accounts + 1, numerai.Server.Operations.Count(operation => operation == "account"));
        TestContext.Current.TestOutputHelper?.WriteLine($"{Accounts} accounts, {numerai.Server.Operations.Count} requests, {(time.GetUtcNow() - began).TotalMinutes:F0} minutes.");
        Assert.InRange(time.GetUtcNow() - began, TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(60));
    }

    /// <summary>Every wait is over at once, as if it had been waited; only the patience with an answer is not.</summary>
    private sealed class PatientTime() : FakeTimeProvider(NumeraiUnderTest.Start)
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            ITimer timer = base.CreateTimer(callback, state, dueTime, period);
            if (dueTime > TimeSpan.Zero && dueTime != NumeraiReads.Patience)
                ThreadPool.QueueUserWorkItem(_ => Advance(dueTime));
            return timer;
        }
    }
}

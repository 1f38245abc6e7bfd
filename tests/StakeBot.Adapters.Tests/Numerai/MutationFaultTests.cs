using StakeBot.Adapters.Numerai.Wire;
using StakeBot.Bot.Ports.Staking;
using StakeBot.NumeraiFake.Faults;

namespace StakeBot.Adapters.Tests.Numerai;

/// <summary>Whatever goes wrong on the way, one post leaves, and what is not clear is doubtful.</summary>
public sealed class MutationFaultTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<FaultReply, FaultEffect, int> Faults
    {
        get
        {
            TheoryData<FaultReply, FaultEffect, int> rows = [];
            foreach (FaultEffect effect in (FaultEffect[])[FaultEffect.None, FaultEffect.Applied])
            {
                foreach (FaultReply reply in (FaultReply[])[FaultReply.Close, FaultReply.Reset, FaultReply.Html, FaultReply.Truncated, FaultReply.Garbage, FaultReply.DataAndErrors, FaultReply.TooMany])
                    rows.Add(reply, effect, 0);
                foreach (int status in (int[])[500, 502, 503, 504, 302])
                    rows.Add(FaultReply.Status, effect, status);
            }
            rows.Add(FaultReply.Error, FaultEffect.None, 0);
            rows.Add(FaultReply.Error, FaultEffect.Applied, 0);
            rows.Add(FaultReply.OtherAmount, FaultEffect.Applied, 0);
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task One_post_leaves_and_the_answer_is_doubtful(FaultReply reply, FaultEffect effect, int status)
    {
        await using NumeraiUnderTest numerai = await NumeraiUnderTest.StartAsync();
        numerai.Server.Faults.NextMutations(new Fault(reply, effect) { Status = status, RetryAfter = TimeSpan.FromSeconds(3) });

        StakeChangeAnswer answer = await numerai.Stakes.SendAsync(LegacyStakesTests.Order(numerai), Ct);

        Assert.IsType<StakeChangeAnswer.Doubtful>(answer);
        Assert.Equal(1, numerai.Server.MutationPosts(NumeraiUnderTest.Gannet.Id));
        Assert.Equal(effect == FaultEffect.Applied ? 1 : 0, numerai.Server.Applied(NumeraiUnderTest.Gannet.Id));
        bool waits = (await numerai.Stakes.ReadAsync(NumeraiUnderTest.Gannet, Ct)).Pending is not null;
        Assert.Equal(effect == FaultEffect.Applied, waits);
    }

    [Theory]
    [InlineData(FaultEffect.None)]
    [InlineData(FaultEffect.Applied)]
    public async Task Silence_ends_with_patience_and_is_doubtful(FaultEffect effect)
    {
        await using NumeraiUnderTest numerai = await NumeraiUnderTest.StartAsync();
        TaskCompletionSource silent = new(TaskCreationOptions.RunContinuationsAsynchronously);
        numerai.Server.Faults.Happening = _ => silent.SetResult();
        numerai.Server.Faults.NextMutations(new Fault(FaultReply.Silence, effect));

        Task<StakeChangeAnswer> sending = numerai.Stakes.SendAsync(LegacyStakesTests.Order(numerai), Ct);
        await silent.Task;
        numerai.Time.Advance(NumeraiMutations.Patience);

        Assert.Equal("Numerai did not answer within 30 seconds.", Assert.IsType<StakeChangeAnswer.Doubtful>(await sending).Reason);
        Assert.Equal(1, numerai.Server.MutationPosts(NumeraiUnderTest.Gannet.Id));
        Assert.Equal(effect == FaultEffect.Applied ? 1 : 0, numerai.Server.Applied(NumeraiUnderTest.Gannet.Id));
    }

    [Fact]
    public async Task Who_gives_up_while_it_is_on_its_way_does_not_call_it_back()
    {
        await using NumeraiUnderTest numerai = await NumeraiUnderTest.StartAsync();
        using CancellationTokenSource turn = new();
        numerai.Server.Faults.Happening = _ => turn.Cancel();
        numerai.Server.Faults.NextMutations(new Fault(FaultReply.Proper, FaultEffect.Applied));

        StakeChangeAnswer answer = await numerai.Stakes.SendAsync(LegacyStakesTests.Order(numerai), turn.Token);

        Assert.IsType<StakeChangeAnswer.Accepted>(answer);
    }

    [Fact]
    public async Task A_change_that_is_applied_late_shows_when_it_is()
    {
        await using NumeraiUnderTest numerai = await NumeraiUnderTest.StartAsync();
        numerai.Server.Faults.NextMutations(new Fault(FaultReply.Close, FaultEffect.AppliedLater) { Later = TimeSpan.FromMinutes(5) });

        StakeChangeAnswer answer = await numerai.Stakes.SendAsync(LegacyStakesTests.Order(numerai), Ct);
        StakeEvidence early = await numerai.Stakes.ReadAsync(NumeraiUnderTest.Gannet, Ct);
        numerai.Time.Advance(TimeSpan.FromMinutes(6));
        StakeEvidence late = await numerai.Stakes.ReadAsync(NumeraiUnderTest.Gannet, Ct);

        Assert.IsType<StakeChangeAnswer.Doubtful>(answer);
        Assert.Null(early.Pending);
        Assert.Equal(1.25m, late.Pending!.Amount.Amount);
        Assert.Equal(1, numerai.Server.MutationPosts(NumeraiUnderTest.Gannet.Id));
    }

    [Fact]
    public async Task Reads_that_lag_show_the_old_account_for_a_while()
    {
        await using NumeraiUnderTest numerai = await NumeraiUnderTest.StartAsync();
        numerai.Server.TellOldAccount(TimeSpan.FromMinutes(2));

        await numerai.Stakes.SendAsync(LegacyStakesTests.Order(numerai), Ct);
        StakeEvidence early = await numerai.Stakes.ReadAsync(NumeraiUnderTest.Gannet, Ct);
        numerai.Time.Advance(TimeSpan.FromMinutes(2));
        StakeEvidence late = await numerai.Stakes.ReadAsync(NumeraiUnderTest.Gannet, Ct);

        Assert.Null(early.Pending);
        Assert.NotNull(late.Pending);
    }

    [Fact]
    public void The_way_of_mutations_has_no_handler_that_could_send_again()
    {
        using HttpMessageHandler handler = NumeraiMutations.CreateHandler();

        SocketsHttpHandler bare = Assert.IsType<SocketsHttpHandler>(handler);
        Assert.False(bare.AllowAutoRedirect);
        Assert.Equal(TimeSpan.Zero, bare.PooledConnectionLifetime);
    }
}

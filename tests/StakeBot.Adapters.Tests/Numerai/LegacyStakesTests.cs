using StakeBot.Bot.Ports.Staking;
using StakeBot.Core.Money;
using StakeBot.NumeraiFake;
using StakeBot.NumeraiFake.Faults;

namespace StakeBot.Adapters.Tests.Numerai;

/// <summary>A change of a stake that goes well, or is refused, or never leaves.</summary>
public sealed class LegacyStakesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(StakeChangeKind.Increase, "2.000000000000000001")]
    [InlineData(StakeChangeKind.Decrease, "0.5")]
    public async Task A_change_is_taken_and_seen_afterwards(StakeChangeKind kind, string amount)
    {
        await using NumeraiUnderTest numerai = await NumeraiUnderTest.StartAsync();
        Assert.True(Nmr.TryParse(amount, out Nmr asked));
        StakeEvidence before = await numerai.Stakes.ReadAsync(NumeraiUnderTest.Gannet, Ct);

        StakeChangeAnswer answer = await numerai.Stakes.SendAsync(Order(numerai, kind, asked), Ct);
        StakeEvidence after = await numerai.Stakes.ReadAsync(NumeraiUnderTest.Gannet, Ct);

        StakeChangeAnswer.Accepted accepted = Assert.IsType<StakeChangeAnswer.Accepted>(answer);
        Assert.Equal(asked, accepted.Amount);
        Assert.NotNull(accepted.Due);
        Assert.Equal(64, accepted.ResponseHash.Length);
        Assert.Null(before.Pending);
        Assert.Equal((accepted.RequestId, kind, asked), (after.Pending!.Id, after.Pending.Kind, after.Pending.Amount));
        Assert.Equal((kind, asked), Assert.Single(after.Scheduled) is var entry ? (entry.Kind, entry.Amount) : default);
        Nmr moved = kind == StakeChangeKind.Increase ? asked : Nmr.Zero;
        Assert.Equal(before.Wallet - moved, after.Wallet);
        Assert.Equal(before.Held + moved, after.Held);
        Assert.Equal(before.Staked, after.Staked);
        Assert.Equal((1, 1), (numerai.Server.MutationPosts(NumeraiUnderTest.Gannet.Id), numerai.Server.Applied(NumeraiUnderTest.Gannet.Id)));
    }

    [Fact]
    public async Task An_increase_is_part_of_the_stake_after_the_next_close()
    {
        await using NumeraiUnderTest numerai = await NumeraiUnderTest.StartAsync();
        StakeEvidence before = await numerai.Stakes.ReadAsync(NumeraiUnderTest.Gannet, Ct);

        await numerai.Stakes.SendAsync(Order(numerai, StakeChangeKind.Increase, new Nmr(3)), Ct);
        numerai.Time.Advance(TimeSpan.FromDays(3));
        StakeEvidence after = await numerai.Stakes.ReadAsync(NumeraiUnderTest.Gannet, Ct);

        Assert.Null(after.Pending);
        Assert.Empty(after.Scheduled);
        Assert.Equal(Nmr.Zero, after.Held);
        Assert.InRange((after.Staked - before.Staked).Amount, 2m, 4m);
    }

    [Theory]
    [InlineData(PendingMode.Replace, "1")]
    [InlineData(PendingMode.Add, "3")]
    [InlineData(PendingMode.Refuse, "2")]
    public async Task A_second_request_meets_the_first_in_the_way_that_the_server_has(PendingMode mode, string pending)
    {
        await using NumeraiUnderTest numerai = await NumeraiUnderTest.StartAsync(mode);
        await numerai.Stakes.SendAsync(Order(numerai, StakeChangeKind.Increase, new Nmr(2)), Ct);
        numerai.Time.Advance(TimeSpan.FromSeconds(1));

        StakeChangeAnswer answer = await numerai.Stakes.SendAsync(Order(numerai, StakeChangeKind.Increase, new Nmr(1)), Ct);
        StakeEvidence after = await numerai.Stakes.ReadAsync(NumeraiUnderTest.Gannet, Ct);

        Assert.Equal(mode == PendingMode.Replace, answer is StakeChangeAnswer.Accepted);
        Assert.Equal(mode != PendingMode.Replace, answer is StakeChangeAnswer.Doubtful);
        Assert.Equal(decimal.Parse(pending, System.Globalization.CultureInfo.InvariantCulture), after.Pending!.Amount.Amount);
    }

    [Theory]
    [InlineData("Your session is invalid or has expired.")]
    [InlineData("Insufficient permission for stake")]
    [InlineData("In argument \"tournamentNumber\": Expected type \"Int!\", found null.")]
    public async Task Words_that_are_known_to_mean_no_are_a_refusal(string message)
    {
        await using NumeraiUnderTest numerai = await NumeraiUnderTest.StartAsync();
        numerai.Server.Faults.NextMutations(new Fault(FaultReply.Error) { Message = message });

        StakeChangeAnswer answer = await numerai.Stakes.SendAsync(Order(numerai), Ct);

        Assert.EndsWith("Nothing was changed.", Assert.IsType<StakeChangeAnswer.Refused>(answer).Reason, StringComparison.Ordinal);
        Assert.Equal((1, 0), (numerai.Server.MutationPosts(NumeraiUnderTest.Gannet.Id), numerai.Server.Applied(NumeraiUnderTest.Gannet.Id)));
    }

    [Fact]
    public async Task After_the_time_to_send_nothing_leaves()
    {
        await using NumeraiUnderTest numerai = await NumeraiUnderTest.StartAsync();

        StakeChangeAnswer answer = await numerai.Stakes.SendAsync(Order(numerai) with { SendBefore = numerai.Time.GetUtcNow() }, Ct);

        Assert.IsType<StakeChangeAnswer.NotSent>(answer);
        Assert.Equal(0, numerai.Server.MutationPosts(NumeraiUnderTest.Gannet.Id));
    }

    [Fact]
    public async Task The_time_that_waiting_for_a_free_place_takes_counts_too()
    {
        await using NumeraiUnderTest numerai = await NumeraiUnderTest.StartAsync();
        await numerai.Stakes.SendAsync(Order(numerai), Ct);

        Task<StakeChangeAnswer> second = numerai.Stakes.SendAsync(
            Order(numerai) with { SendBefore = numerai.Time.GetUtcNow() + TimeSpan.FromMilliseconds(100) }, Ct);
        numerai.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.IsType<StakeChangeAnswer.NotSent>(await second);
        Assert.Equal(1, numerai.Server.MutationPosts(NumeraiUnderTest.Gannet.Id));
    }

    [Fact]
    public async Task Without_a_connection_it_is_certain_that_nothing_left()
    {
        NumeraiUnderTest numerai = await NumeraiUnderTest.StartAsync();
        await numerai.Server.DisposeAsync();

        StakeChangeAnswer answer = await numerai.Stakes.SendAsync(Order(numerai), Ct);

        Assert.Equal("No connection to Numerai could be made. Nothing was sent.", Assert.IsType<StakeChangeAnswer.NotSent>(answer).Reason);
        await numerai.DisposeAsync();
    }

    [Fact]
    public async Task A_cancelled_turn_sends_nothing()
    {
        await using NumeraiUnderTest numerai = await NumeraiUnderTest.StartAsync();

        StakeChangeAnswer answer = await numerai.Stakes.SendAsync(Order(numerai), new CancellationToken(canceled: true));

        Assert.IsType<StakeChangeAnswer.NotSent>(answer);
        Assert.Equal(0, numerai.Server.MutationPosts(NumeraiUnderTest.Gannet.Id));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("0.0000000000000000001")]
    public async Task An_amount_that_cannot_be_is_a_fault_of_the_program(string amount)
    {
        await using NumeraiUnderTest numerai = await NumeraiUnderTest.StartAsync();
        Assert.True(Nmr.TryParse(amount, out Nmr wrong));

        await Assert.ThrowsAnyAsync<ArgumentException>(() => numerai.Stakes.SendAsync(Order(numerai) with { Amount = wrong }, Ct));
    }

    internal static StakeChangeOrder Order(NumeraiUnderTest numerai) => Order(numerai, StakeChangeKind.Decrease, new Nmr(1.25m));

    private static StakeChangeOrder Order(NumeraiUnderTest numerai, StakeChangeKind kind, Nmr amount) =>
        new(NumeraiUnderTest.Gannet, kind, amount, numerai.Time.GetUtcNow() + TimeSpan.FromSeconds(20));
}

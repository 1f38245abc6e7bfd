using StakeBot.Adapters.Numerai.Json;
using StakeBot.Adapters.Numerai.Keys;
using StakeBot.Adapters.Numerai.Reading;
using StakeBot.Adapters.Numerai.Wire;
using StakeBot.Bot.Ports;
using StakeBot.Bot.Secrets;
using StakeBot.NumeraiFake;
using StakeBot.NumeraiFake.Faults;

namespace StakeBot.Adapters.Tests.Numerai;

/// <summary>Reads that meet faults: asked again when the fault passes, and no longer asked when it does not.</summary>
public sealed class ReadFaultTests
{
    private static readonly Dictionary<string, object?> Nothing = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(FaultReply.Status)]
    [InlineData(FaultReply.Close)]
    [InlineData(FaultReply.Reset)]
    [InlineData(FaultReply.Html)]
    [InlineData(FaultReply.Truncated)]
    [InlineData(FaultReply.Garbage)]
    [InlineData(FaultReply.TooMany)]
    public async Task A_read_is_asked_again_until_the_fault_has_passed(FaultReply reply)
    {
        await using NumeraiUnderTest numerai = await NumeraiUnderTest.StartAsync(new HurriedTime());
        numerai.Server.Faults.NextReads(new Fault(reply) { Status = 503, RetryAfter = TimeSpan.FromSeconds(2) }, times: 2);

        NmrPrice price = await numerai.Prices.ReadPriceAsync(Ct);

        Assert.Equal(11.73421m, price.Usd);
        // A connection that died is tried anew by the base library too, so there it may be more than three.
        Assert.InRange(numerai.Server.Operations.Count, 3, 4);
    }

    [Theory]
    [InlineData(FaultReply.Status, "Numerai failed (status 502).")]
    [InlineData(FaultReply.Html, "Numerai's answer could not be read.")]
    [InlineData(FaultReply.TooMany, "Numerai was asked too often and wants some quiet.")]
    public async Task A_fault_that_does_not_pass_is_a_sentence(FaultReply reply, string sentence)
    {
        await using NumeraiUnderTest numerai = await NumeraiUnderTest.StartAsync(new HurriedTime());
        numerai.Server.Faults.AllReads(new Fault(reply) { Status = 502, RetryAfter = TimeSpan.FromSeconds(2) });

        NumeraiUnavailableException fault = await Assert.ThrowsAsync<NumeraiUnavailableException>(() => numerai.Prices.ReadPriceAsync(Ct));

        Assert.Equal(sentence, fault.Message);
        Assert.Equal(4, numerai.Server.Operations.Count);
    }

    [Fact]
    public async Task A_server_that_is_not_there_cannot_be_reached()
    {
        NumeraiUnderTest numerai = await NumeraiUnderTest.StartAsync(new HurriedTime());
        await numerai.Server.DisposeAsync();

        NumeraiUnavailableException fault = await Assert.ThrowsAsync<NumeraiUnavailableException>(() => numerai.Prices.ReadPriceAsync(Ct));

        Assert.Equal("Numerai cannot be reached.", fault.Message);
        Assert.Null(fault.InnerException);
        await numerai.DisposeAsync();
    }

    [Fact]
    public async Task After_many_faults_it_is_left_alone_for_a_while_and_then_asked_again()
    {
        await using NumeraiUnderTest numerai = await NumeraiUnderTest.StartAsync(new HurriedTime());
        numerai.Server.Faults.AllReads(new Fault(FaultReply.Status) { Status = 500 });
        for (int k = 0; k < 4; k++)
            await Assert.ThrowsAsync<NumeraiUnavailableException>(() => numerai.Prices.ReadPriceAsync(Ct));
        numerai.Server.Faults.Clear();
        int asked = numerai.Server.Operations.Count;

        NumeraiUnavailableException fault = await Assert.ThrowsAsync<NumeraiUnavailableException>(() => numerai.Prices.ReadPriceAsync(Ct));
        Assert.Equal("Numerai has not been answering; it is asked again in a moment.", fault.Message);
        Assert.Equal(asked, numerai.Server.Operations.Count);

        numerai.Time.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(11.73421m, (await numerai.Prices.ReadPriceAsync(Ct)).Usd);
    }

    [Fact]
    public async Task Silence_is_waited_for_and_asked_again()
    {
        HurriedTime time = new();
        await using NumeraiUnderTest numerai = await NumeraiUnderTest.StartAsync(time);
        TaskCompletionSource silent = new(TaskCreationOptions.RunContinuationsAsynchronously);
        numerai.Server.Faults.Happening = _ => silent.SetResult();
        numerai.Server.Faults.NextReads(new Fault(FaultReply.Silence));

        Task<NmrPrice> reading = numerai.Prices.ReadPriceAsync(Ct);
        await silent.Task;
        time.Advance(NumeraiReads.Patience);

        Assert.Equal(11.73421m, (await reading).Usd);
    }

    [Fact]
    public async Task A_refusal_is_not_asked_again()
    {
        await using NumeraiUnderTest numerai = await NumeraiUnderTest.StartAsync();

        NumeraiUnavailableException fault = await Assert.ThrowsAsync<NumeraiUnavailableException>(() =>
            numerai.Reads.ReadAsync(Operation.Account, Nothing, new ApiKey("NOBODY", "NOTHING"), NumeraiJson.Default.AccountJson, Ct));

        Assert.StartsWith("Numerai does not accept the key.", fault.Message, StringComparison.Ordinal);
        Assert.Single(numerai.Server.Operations);
    }

    [Fact]
    public async Task The_published_limit_is_kept_and_the_server_never_complains()
    {
        HurriedTime time = new();
        await using NumeraiUnderTest numerai = await NumeraiUnderTest.StartAsync(time);

        for (int k = 0; k < 130; k++)
        {
            Task<NmrPrice> price = numerai.Prices.ReadPriceAsync(Ct);
            if (k == 100)
                time.Advance(TimeSpan.FromSeconds(66));
            await price;
        }

        Assert.Equal(130, numerai.Server.Operations.Count);
    }

    [Fact]
    public async Task Keys_tell_what_they_may_do()
    {
        await using NumeraiUnderTest numerai = await NumeraiUnderTest.StartAsync();

        TokenFacts facts = await numerai.Tokens.ReadTokensAsync(Ct);

        Assert.Equal(("aviary", "reader"), (facts.Reading!.Account, facts.Reading.Name));
        Assert.Equal(FakeToken.Reading.Scopes, facts.Reading.Scopes);
        Assert.Contains("stake", facts.Staking!.Scopes);
    }

    [Fact]
    public async Task A_key_is_checked_with_itself()
    {
        await using NumeraiUnderTest numerai = await NumeraiUnderTest.StartAsync();
        KeyCheck check = new(numerai.Reads);

        KeyFacts? facts = await check.CheckAsync(new NumeraiKey(FakeToken.Staking.PublicId, new Secret(FakeToken.Staking.Secret)), Ct);

        Assert.Equal("aviary", facts!.Username);
        Assert.Equal(FakeToken.Staking.Scopes, facts.Scopes);
        Assert.Null(await check.CheckAsync(new NumeraiKey(FakeToken.Staking.PublicId, new Secret("REVOKED")), Ct));
    }

    [Fact]
    public async Task The_servers_clock_is_the_date_of_its_answer()
    {
        await using NumeraiUnderTest numerai = await NumeraiUnderTest.StartAsync();

        Assert.Equal(new DateTimeOffset(2026, 11, 22, 15, 0, 0, TimeSpan.Zero), await new NumeraiClock(numerai.Reads).ReadAsync(Ct));
    }

    [Fact]
    public async Task A_key_that_is_not_accepted_belongs_to_nobody()
    {
        await using NumeraiUnderTest numerai = await NumeraiUnderTest.StartAsync();
        using NumeraiUnderTest stranger = numerai.Again(
            options: NumeraiUnderTest.Settings(numerai.Server.Address, FakeToken.Reading with { Secret = "REVOKED" }));

        TokenFacts facts = await stranger.Tokens.ReadTokensAsync(Ct);

        Assert.Null(facts.Reading!.Account);
        Assert.Equal("aviary", facts.Staking!.Account);
    }
}

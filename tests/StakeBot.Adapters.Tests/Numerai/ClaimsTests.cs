using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using StakeBot.Adapters.Numerai;
using StakeBot.Adapters.Numerai.Json;
using StakeBot.Adapters.Numerai.Reading;
using StakeBot.Bot.Ports;
using StakeBot.Core.Money;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;
using StakeBot.NumeraiFake;
using StakeBot.NumeraiFake.Simulation;
using StakeBot.Testing;

namespace StakeBot.Adapters.Tests.Numerai;

/// <summary>What is resolved and waits to be claimed, at the address that the settings name.</summary>
public sealed class ClaimsTests
{
    private const string Here = "0xA51A7e0000000000000000000000000000005eed";
    private const string Elsewhere = "0xB000000000000000000000000000000000000001";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_an_address_nobody_is_asked_and_it_is_said_how_to_tell_it()
    {
        await using NumeraiUnderTest numerai = await NumeraiUnderTest.StartAsync();

        StakeSnapshot read = await numerai.Account.ReadStakesAsync(Ct);

        Assert.DoesNotContain("v3StakeClaims", numerai.Server.Operations);
        Assert.All(read.Tournaments, tournament => Assert.Null(tournament.Unclaimed));
        string note = Assert.Single(read.Notes, note => note.Contains("Numerai:Stakers", StringComparison.Ordinal));
        Assert.StartsWith("Classic: what is resolved and not claimed yet is not in these figures. Numerai:Stakers:Classic", note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_an_address_what_the_resolved_rounds_left_is_equity()
    {
        await using NumeraiUnderTest server = await NumeraiUnderTest.StartAsync();
        using NumeraiUnderTest numerai = server.Again(options: NumeraiUnderTest.WithStaker(server.Server.Address).Value);
        StakeSnapshot without = await server.Account.ReadStakesAsync(Ct);

        StakeSnapshot read = await numerai.Account.ReadStakesAsync(Ct);

        UnclaimedStakes unclaimed = Assert.IsType<UnclaimedStakes>(read.Tournaments.Single(one => one.Tournament == Tournament.Classic).Unclaimed);
        RoundNumber[] waiting = [.. (await numerai.Account.ReadLedgerAsync(Ct)).Entries
            .Where(entry => entry.Model.Tournament == Tournament.Classic && entry.At > NumeraiUnderTest.Start - FakeAccount.ClaimsTake).Select(entry => entry.Round)];
        Nmr left = (await numerai.Account.ReadLedgerAsync(Ct)).Entries
            .Where(entry => entry.Model.Tournament == Tournament.Classic && waiting.Contains(entry.Round)).Select(entry => entry.AtRisk + entry.Change).Total;
        Assert.NotEmpty(waiting);
        Assert.Equal((waiting.Length, waiting.Min()), (unclaimed.Count, unclaimed.Oldest));
        Assert.Equal(left.Amount, unclaimed.Amount.Amount, 15);
        Assert.Equal(without.Equity + unclaimed.Amount, read.Equity);
        Assert.Equal((without.Locked, without.Idle, without.Wallet), (read.Locked, read.Idle, read.Wallet));
        Assert.Null(read.Tournaments.Single(one => one.Tournament == Tournament.Signals).Unclaimed);
        Assert.DoesNotContain(read.Notes, note => note.Contains("Numerai:Stakers", StringComparison.Ordinal));
        Assert.Single(server.Server.Operations, "v3StakeClaims");
    }

    [Fact]
    public async Task At_another_address_nothing_waits_and_the_address_is_told()
    {
        await using NumeraiUnderTest server = await NumeraiUnderTest.StartAsync();
        using NumeraiUnderTest numerai = server.Again(options: NumeraiUnderTest.WithStaker(server.Server.Address, Elsewhere).Value);

        StakeSnapshot read = await numerai.Account.ReadStakesAsync(Ct);

        Assert.Equal(new UnclaimedStakes(Elsewhere, Nmr.Zero, 0, null), read.Tournaments.Single(one => one.Tournament == Tournament.Classic).Unclaimed);
    }

    [Fact]
    public async Task What_is_claimed_in_between_is_a_new_version()
    {
        await using NumeraiUnderTest server = await NumeraiUnderTest.StartAsync();
        using NumeraiUnderTest numerai = server.Again(options: NumeraiUnderTest.WithStaker(server.Server.Address).Value);
        long before = await numerai.Account.ReadVersionAsync(Ct);
        Nmr waited = (await numerai.Account.ReadStakesAsync(Ct)).Claimable;

        numerai.Time.Advance(FakeAccount.ClaimsTake);
        StakeSnapshot after = await numerai.Account.ReadStakesAsync(Ct);

        Assert.NotEqual(waited, after.Claimable);
        Assert.True(await numerai.Account.ReadVersionAsync(Ct) > before);
    }

    [Fact]
    public async Task Claims_that_are_refused_are_a_fault_that_says_what_to_do()
    {
        await using NumeraiUnderTest other = await NumeraiUnderTest.StartAsync();
        FakeToken narrow = FakeToken.Reading with { PublicId = "NARROW", Scopes = ["read_user_info", "read_submission_info"] };
        await using FakeNumeraiServer server = await FakeNumeraiServer.StartAsync(
            new FakeNumeraiSettings { Time = new FakeTimeProvider(NumeraiUnderTest.Start), Tokens = [narrow] }, Ct);
        NumeraiOptions settings = NumeraiUnderTest.Settings(server.Address, narrow);
        settings.Stakers["Classic"] = Here;
        using NumeraiUnderTest numerai = other.Again(options: settings);
        ClaimsReading claims = new(numerai.Reads, numerai.Options);

        NumeraiUnavailableException fault = await Assert.ThrowsAsync<NumeraiUnavailableException>(
            async () => await claims.ReadAsync(Tournament.Classic, (await numerai.Keys.ReadingAsync(Ct))!, Ct));

        Assert.StartsWith("What waits to be claimed in Classic cannot be read: ", fault.Message, StringComparison.Ordinal);
        Assert.EndsWith("Without Numerai:Stakers:Classic it is not asked for.", fault.Message, StringComparison.Ordinal);
        Assert.Contains("web3_staking", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_newest_closed_round_is_told_as_the_contract_has_it()
    {
        await using NumeraiUnderTest numerai = await NumeraiUnderTest.StartAsync();

        StakeSnapshot read = await numerai.Account.ReadStakesAsync(Ct);

        Assert.Equal(new ChainRound(new RoundNumber(1404), "Closed", false), read.Tournaments.Single(one => one.Tournament == Tournament.Classic).OnChain);
        Assert.Null(read.Tournaments.Single(one => one.Tournament == Tournament.Signals).OnChain);
    }

    [Fact]
    public async Task A_round_of_the_contract_that_is_not_told_is_said_and_changes_no_figure()
    {
        await using NumeraiUnderTest other = await NumeraiUnderTest.StartAsync();
        await using FakeNumeraiServer server = await FakeNumeraiServer.StartAsync(new FakeNumeraiSettings { Time = other.Time, TellsContractRounds = false }, Ct);
        using NumeraiUnderTest numerai = other.Again(options: NumeraiUnderTest.Settings(server.Address));

        StakeSnapshot read = await numerai.Account.ReadStakesAsync(Ct);

        Assert.Equal("Classic: Numerai does not tell round 1404 on the chain.", read.Notes[0]);
        Assert.All(read.Tournaments, tournament => Assert.Null(tournament.OnChain));
        Assert.Equal((await other.Account.ReadStakesAsync(Ct)).Equity, read.Equity);
    }

    [Fact]
    public async Task A_contract_that_is_paused_is_said()
    {
        await using NumeraiUnderTest other = await NumeraiUnderTest.StartAsync();
        await using FakeNumeraiServer server = await FakeNumeraiServer.StartAsync(new FakeNumeraiSettings { Time = other.Time, ContractIsPaused = true }, Ct);
        using NumeraiUnderTest numerai = other.Again(options: NumeraiUnderTest.Settings(server.Address));

        StakeSnapshot read = await numerai.Account.ReadStakesAsync(Ct);

        Assert.Equal("Classic: the staking contract is paused.", read.Notes[0]);
        Assert.DoesNotContain(read.Notes[0], read.LastingNotes);
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("0E-18", 0)]
    [InlineData("0.0", 0)]
    [InlineData("1500000000000000000", 1.5)]
    [InlineData("1.5E18", 1.5)]
    public void Wei_are_read_in_every_form_of_a_whole_number(string wei, double amount)
    {
        UnclaimedStakes unclaimed = Map(Claim("1300", wei)).Stakes.Unclaimed!;

        Assert.Equal((new Nmr((decimal)amount), 1, new RoundNumber(1300)), (unclaimed.Amount, unclaimed.Count, unclaimed.Oldest));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("0x10")]
    [InlineData("99999999999999999999999999999999999999")]
    public void What_is_no_amount_is_a_fault_and_never_nothing(string wei) =>
        Assert.Throws<NumeraiUnavailableException>(() => Map(Claim("1300", wei)));

    [Fact]
    public void A_claim_without_an_amount_is_left_out_and_told()
    {
        (TournamentStakes stakes, IReadOnlyList<string> notes) = Map(Claim("1300", null), Claim("1301", "2000000000000000000"));

        Assert.Equal(new UnclaimedStakes(Here, new Nmr(2), 1, new RoundNumber(1301)), stakes.Unclaimed);
        Assert.Equal("Classic: of 1 claims Numerai does not tell the amount; they are not in these figures.", Assert.Single(notes));
    }

    [Fact]
    public void What_is_still_told_as_an_open_position_is_not_counted_twice()
    {
        (TournamentStakes stakes, IReadOnlyList<string> notes) = Map(Claim("1400", "1000000000000000000"), Claim("1300", "2000000000000000000"));

        Assert.Equal((new Nmr(2), new Nmr(64)), (stakes.Claimable, stakes.Locked));
        Assert.StartsWith("Classic: 1 positions are resolved on the chain and still open", Assert.Single(notes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_round_that_is_no_number_still_counts() =>
        Assert.Equal(new UnclaimedStakes(Here, new Nmr(1), 1, null), Map(Claim("0x51c", "1000000000000000000")).Stakes.Unclaimed);

    [Fact]
    public void A_claim_of_another_address_or_tournament_is_a_fault()
    {
        Assert.Throws<NumeraiUnavailableException>(() => Map(Claim("1300", "1") with { Staker = Elsewhere }));
        Assert.Throws<NumeraiUnavailableException>(() => Map(Claim("1300", "1") with { TournamentId = "12" }));
        Assert.Equal(1, Map(Claim("1300", "1") with { Staker = Here.ToLowerInvariant() }).Stakes.Unclaimed!.Count);
    }

    [Theory]
    [InlineData("Classic", Here, true)]
    [InlineData("crypto", " " + Here + " ", true)]
    [InlineData("Clasic", Here, false)]
    [InlineData("None", Here, false)]
    [InlineData("Classic", "A51A7e0000000000000000000000000000005eed", false)]
    [InlineData("Classic", "0xA51A7e0000000000000000000000000000005ee", false)]
    [InlineData("Classic", "", false)]
    public void An_address_belongs_to_a_tournament_and_is_whole(string tournament, string address, bool taken)
    {
        ValidateOptionsResult result = new NumeraiOptionsValidator().Validate(null, new NumeraiOptions { Stakers = { [tournament] = address } });

        Assert.Equal(taken, result.Succeeded);
        if (!taken)
            Assert.StartsWith($"Numerai:Stakers:{tournament} ", Assert.Single(result.Failures!), StringComparison.Ordinal);
    }

    private static ClaimJson Claim(string round, string? wei) => new("KESTREL", "0x01", round, "8", Here, wei);

    private static (TournamentStakes Stakes, IReadOnlyList<string> Notes) Map(params ClaimJson[] claims)
    {
        Stake.Atomic stake = Some.AtomicStake() with { Positions = [new OpenPosition(new RoundNumber(1400), new Nmr(1))] };
        return ClaimMapping.With(Some.Snapshot(0, 0, stake).Tournaments[0], new ToldClaims(Here, claims));
    }
}

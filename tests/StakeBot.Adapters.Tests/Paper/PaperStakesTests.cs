using StakeBot.Adapters.Paper;
using StakeBot.Bot.Ports;
using StakeBot.Bot.Ports.Staking;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Core.Money;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Tests.Paper;

/// <summary>Changes of the simulated account's stakes, and that they last.</summary>
public sealed class PaperStakesTests
{
    private static readonly ModelId Kestrel = new("9a9e7000-0000-4000-8000-000000080001");
    private static readonly ModelId Gannet = new("9a9e7000-0000-4000-8000-000000110001");
    private static readonly ModelId Petrel = new("9a9e7000-0000-4000-8000-000000110002");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_setting_acts_from_the_next_round_on()
    {
        using PaperAccount account = PaperExamples.Account();
        Stake.Atomic before = await Atomic(account);

        string? refusal = await account.SetAsync("a", Kestrel, PaperExamples.Off(2), Ct);
        Stake.Atomic set = await Atomic(account);
        await account.AdvanceAsync(1, Ct);
        Stake.Atomic after = await Atomic(account);

        Assert.Null(refusal);
        Assert.Equal((before.InRounds, before.OpenRounds), (set.InRounds, set.OpenRounds));
        Assert.Equal(PaperExamples.Off(2), set.Setting);
        Assert.Equal(before.OpenRounds - 1, after.OpenRounds);
    }

    [Fact]
    public async Task An_increase_leaves_the_wallet_at_once_and_counts_from_the_next_close()
    {
        using PaperAccount account = PaperExamples.Account();
        (StakeSnapshot snapshot, Stake.Legacy stake) = await Legacy(account, Gannet);

        Assert.Null(await account.ChangeAsync("a", Gannet, StakeChangeKind.Increase, new Nmr(5), Ct));
        (StakeSnapshot held, Stake.Legacy waiting) = await Legacy(account, Gannet);
        PaperAdvance advance = await account.AdvanceAsync(1, Ct);
        (StakeSnapshot _, Stake.Legacy counted) = await Legacy(account, Gannet);

        Assert.Equal((snapshot.Wallet - new Nmr(5), new Nmr(5)), (held.Wallet, held.Held));
        Assert.Equal(snapshot.Equity, held.Equity);
        Assert.Equal((stake.Staked, new Nmr(5)), (waiting.Staked, waiting.PendingIncrease));
        Assert.Equal(Nmr.Zero, counted.PendingIncrease);
        Nmr result = advance.Resolved.Where(entry => entry.Model.Id == Gannet).Select(entry => entry.Change).Total;
        Assert.Equal(stake.Staked + result + new Nmr(5), counted.Staked);
    }

    [Fact]
    public async Task A_decrease_is_a_release_that_arrives_when_the_newest_round_has_resolved()
    {
        using PaperAccount account = PaperExamples.Account();

        Assert.Null(await account.ChangeAsync("a", Gannet, StakeChangeKind.Decrease, new Nmr(4), Ct));
        (StakeSnapshot before, Stake.Legacy waiting) = await Legacy(account, Gannet);
        await account.AdvanceAsync(63, Ct);
        (StakeSnapshot early, Stake.Legacy _) = await Legacy(account, Gannet);
        PaperAdvance last = await account.AdvanceAsync(1, Ct);
        (StakeSnapshot after, Stake.Legacy done) = await Legacy(account, Gannet);

        Assert.Equal(new Nmr(4), waiting.PendingRelease);
        Assert.NotNull(waiting.ReleaseDue);
        Assert.Contains("4.00 NMR released from GANNET arrived in the wallet.", last.Notes);
        Assert.Equal(early.Wallet + new Nmr(4), after.Wallet);
        Assert.True(before.Wallet <= early.Wallet);
        Assert.Equal((Nmr.Zero, null), (done.PendingRelease, done.ReleaseDue));
    }

    [Fact]
    public async Task What_cannot_be_is_refused_in_a_sentence_and_changes_nothing()
    {
        using PaperAccount account = PaperExamples.Account();
        long version = await account.ReadVersionAsync(Ct);

        List<string?> refusals =
        [
            await account.ChangeAsync("1", Gannet, StakeChangeKind.Increase, new Nmr(1000), Ct),
            await account.ChangeAsync("2", Gannet, StakeChangeKind.Decrease, new Nmr(1000), Ct),
            await account.ChangeAsync("3", Gannet, StakeChangeKind.Decrease, Nmr.Zero, Ct),
            await account.ChangeAsync("4", Petrel, StakeChangeKind.Increase, new Nmr(1), Ct),
            await account.ChangeAsync("5", Kestrel, StakeChangeKind.Increase, new Nmr(1), Ct),
            await account.ChangeAsync("6", new ModelId("stranger"), StakeChangeKind.Increase, new Nmr(1), Ct),
            await account.SetAsync("7", Gannet, PaperExamples.Constant(1), Ct),
            await account.SetAsync("8", new ModelId("stranger"), PaperExamples.Constant(1), Ct),
            await account.SetAsync("9", Kestrel, PaperExamples.Constant(-1), Ct),
        ];

        Assert.Equal(
            (List<string?>)[
                "The wallet has 18.20 NMR, which is less than 1,000.00 NMR. Nothing was changed.",
                $"GANNET has {(await Legacy(account, Gannet)).Stake.Staked} staked, which is less than 1,000.00 NMR. Nothing was changed.",
                "An amount must be above zero. Nothing was changed.",
                "A request of PETREL is pending already, and there can be one at a time. Nothing was changed.",
                "KESTREL is staked per round, out of a strategy: its setting can be changed, its stake cannot. Nothing was changed.",
                "The account has no model stranger. Nothing was changed.",
                "GANNET has one running stake and no setting per round. Nothing was changed.",
                "The account has no model stranger. Nothing was changed.",
                "A stake per round cannot be below zero. Nothing was changed.",
            ],
            refusals);
        Assert.Equal(version, await account.ReadVersionAsync(Ct));
        Assert.False(await account.HasHappenedAsync("1", Ct));
    }

    [Fact]
    public async Task The_same_id_happens_once_over_restarts_too()
    {
        RecordsInMemory store = new();
        using (PaperAccount account = PaperExamples.Account(store))
        {
            Assert.Null(await account.ChangeAsync("once", Gannet, StakeChangeKind.Increase, new Nmr(5), Ct));
            Assert.Null(await account.ChangeAsync("once", Gannet, StakeChangeKind.Increase, new Nmr(5), Ct));
        }

        using PaperAccount again = PaperExamples.Account(store);
        Assert.True(await again.HasHappenedAsync("once", Ct));
        Assert.Null(await again.ChangeAsync("once", Gannet, StakeChangeKind.Increase, new Nmr(5), Ct));
        Assert.Equal(new Nmr(5), (await Legacy(again, Gannet)).Stake.PendingIncrease);
    }

    [Fact]
    public async Task A_restart_shows_the_same_account()
    {
        RecordsInMemory store = new();
        using PaperAccount first = PaperExamples.Account(store);
        await first.AdvanceAsync(3, Ct);
        await first.SetAsync("a", Kestrel, PaperExamples.Compound(1.25m), Ct);
        await first.ResetAsync(Ct);
        await first.AdvanceAsync(2, Ct);
        await first.SetAsync("b", Kestrel, PaperExamples.Constant(0.75m), Ct);
        await first.ChangeAsync("c", Gannet, StakeChangeKind.Increase, new Nmr(2.5m), Ct);
        await first.AdvanceAsync(7, Ct);

        using PaperAccount second = PaperExamples.Account(store);

        Assert.Equal(await Words(first), await Words(second));
        Assert.Equal(await first.ReadVersionAsync(Ct), await second.ReadVersionAsync(Ct));
        Assert.True(await second.HasHappenedAsync("a", Ct));
    }

    [Fact]
    public async Task Without_a_store_a_restart_starts_anew()
    {
        using PaperAccount first = PaperExamples.Account();
        string start = await Words(first);
        await first.AdvanceAsync(3, Ct);

        using PaperAccount second = PaperExamples.Account();

        Assert.Equal(start, await Words(second));
    }

    [Fact]
    public async Task What_was_written_although_the_store_failed_has_happened()
    {
        RecordsInMemory store = new();
        using PaperAccount account = PaperExamples.Account(store);
        store.FailsAfterWriting = true;

        await Assert.ThrowsAsync<StoreUnavailableException>(() => account.ChangeAsync("a", Gannet, StakeChangeKind.Increase, new Nmr(5), Ct));

        Assert.True(await account.HasHappenedAsync("a", Ct));
        Assert.Equal(new Nmr(5), (await Legacy(account, Gannet)).Stake.PendingIncrease);
    }

    [Fact]
    public async Task Two_that_change_it_at_once_do_not_lose_each_others_changes()
    {
        RecordsInMemory store = new();
        using PaperAccount one = PaperExamples.Account(store);
        using PaperAccount other = PaperExamples.Account(store);
        await other.ReadVersionAsync(Ct);

        await one.SetAsync("a", Kestrel, PaperExamples.Constant(0.75m), Ct);
        await other.ChangeAsync("b", Gannet, StakeChangeKind.Increase, new Nmr(5), Ct);

        Assert.True(await other.HasHappenedAsync("a", Ct));
        Assert.Equal(PaperExamples.Constant(0.75m), (await Atomic(other)).Setting);
    }

    [Fact]
    public async Task An_account_that_cannot_be_read_back_says_so()
    {
        using PaperAccount account = PaperExamples.Account(new RecordsInMemory { IsDown = true });

        await Assert.ThrowsAsync<NumeraiUnavailableException>(() => account.ReadStakesAsync(Ct));
    }

    private static async Task<Stake.Atomic> Atomic(PaperAccount account) =>
        (await account.ReadStakesAsync(Ct)).Stakes.OfType<Stake.Atomic>().Single(stake => stake.Model.Id == Kestrel);

    private static async Task<(StakeSnapshot Snapshot, Stake.Legacy Stake)> Legacy(PaperAccount account, ModelId model)
    {
        StakeSnapshot snapshot = await account.ReadStakesAsync(Ct);
        return (snapshot, snapshot.Stakes.OfType<Stake.Legacy>().Single(stake => stake.Model.Id == model));
    }

    private static async Task<string> Words(PaperAccount account)
    {
        StakeSnapshot snapshot = await account.ReadStakesAsync(Ct);
        int entries = (await account.ReadLedgerAsync(Ct)).Entries.Count;
        return string.Join('\n', [$"{snapshot.TakenAt} {snapshot.Wallet.Amount} {snapshot.Idle.Amount} {entries}", .. snapshot.Stakes.Select(stake => stake.ToString())]);
    }
}

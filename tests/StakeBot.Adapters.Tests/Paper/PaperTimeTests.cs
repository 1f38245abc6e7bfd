using System.Globalization;
using System.Text.Json;
using StakeBot.Adapters.Paper;
using StakeBot.Adapters.Paper.World;
using StakeBot.Core.Risk;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Tests.Paper;

/// <summary>The same history for everybody, whatever way one goes through it.</summary>
public sealed class PaperTimeTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_seed_gives_the_same_everything() =>
        Assert.Equal(await Everything(PaperExamples.Account()), await Everything(PaperExamples.Account()));

    [Fact]
    public async Task Another_seed_gives_another_account() => Assert.NotEqual(
        await Everything(PaperExamples.Account()),
        await Everything(PaperExamples.Account(seeds: PaperSeeds.Of(2))));

    [Fact]
    public async Task Three_rounds_and_four_are_seven()
    {
        PaperAccount inSteps = PaperExamples.Account();
        PaperAccount atOnce = PaperExamples.Account();

        await inSteps.AdvanceAsync(3, Ct);
        await Everything(inSteps);
        await inSteps.AdvanceAsync(4, Ct);
        await atOnce.AdvanceAsync(7, Ct);

        Assert.Equal(await Everything(atOnce), await Everything(inSteps));
    }

    [Fact]
    public async Task A_reset_leads_back_to_the_start_with_a_version_of_its_own()
    {
        PaperAccount account = PaperExamples.Account();
        string start = await Everything(account);
        long first = await account.ReadVersionAsync(Ct);

        await account.AdvanceAsync(10, Ct);
        long second = await account.ReadVersionAsync(Ct);
        string later = await Everything(account);
        await account.ResetAsync(Ct);
        long third = await account.ReadVersionAsync(Ct);

        Assert.NotEqual(start, later);
        Assert.Equal(start, await Everything(account));
        Assert.Equal(3, new[] { first, second, third }.Distinct().Count());
    }

    [Fact]
    public async Task Reading_changes_nothing()
    {
        PaperAccount account = PaperExamples.Account();
        long version = await account.ReadVersionAsync(Ct);

        Assert.Equal(await Everything(account), await Everything(account));
        Assert.Equal(version, await account.ReadVersionAsync(Ct));
    }

    [Fact]
    public async Task What_was_read_stays_as_it_was()
    {
        PaperAccount account = PaperExamples.Account();
        StakeSnapshot snapshot = await account.ReadStakesAsync(Ct);
        string before = JsonSerializer.Serialize(snapshot.Stakes.Select(stake => (object)stake));
        int entries = (await account.ReadLedgerAsync(Ct)).Entries.Count;

        await account.AdvanceAsync(50, Ct);

        Assert.Equal(before, JsonSerializer.Serialize(snapshot.Stakes.Select(stake => (object)stake)));
        Assert.True(entries < (await account.ReadLedgerAsync(Ct)).Entries.Count);
    }

    [Fact]
    public async Task Many_may_read_while_one_moves_time_on()
    {
        PaperAccount account = PaperExamples.Account();
        TaskCompletionSource reading = new(TaskCreationOptions.RunContinuationsAsynchronously);

        Task[] readers = [.. Enumerable.Range(0, 6).Select(_ => Task.Run(() => ReadManyTimes(account, reading), Ct))];
        await Task.WhenAny([reading.Task, .. readers]);
        for (int round = 0; round < 60; round++)
            await account.AdvanceAsync(1, Ct);
        await Task.WhenAll(readers);

        PaperAccount alone = PaperExamples.Account();
        await alone.AdvanceAsync(60, Ct);
        Assert.Equal(await Everything(alone), await Everything(account));
    }

    private static async Task ReadManyTimes(PaperAccount account, TaskCompletionSource reading)
    {
        long version = 0;
        for (int time = 0; time < 60; time++)
        {
            long next = await account.ReadVersionAsync(Ct);
            Assert.True(next >= version);
            version = next;
            StakeSnapshot snapshot = await account.ReadStakesAsync(Ct);
            Assert.All(snapshot.Stakes.OfType<Stake.Atomic>(), stake => Assert.InRange(stake.OpenRounds, 55, 64));
            ScorePanel panel = (await account.ReadScoresAsync(Tournament.Classic, Ct))!;
            Assert.Equal(64, panel.ProvisionalRounds);
            Assert.True(panel.Rounds[^1] >= snapshot.Tournaments[0].CurrentRound.Number);
            reading.TrySetResult();
        }
    }

    private static async Task<string> Everything(PaperAccount account)
    {
        StakeSnapshot snapshot = await account.ReadStakesAsync(Ct);
        return string.Join(
            '\n',
            [
                JsonSerializer.Serialize(snapshot with { Tournaments = [] }),
                .. snapshot.Tournaments.Select(tournament => JsonSerializer.Serialize(tournament with { Stakes = [] })),
                .. snapshot.Stakes.Select(stake => JsonSerializer.Serialize<object>(stake)),
                .. (await account.ReadLedgerAsync(Ct)).Entries.Select(entry => JsonSerializer.Serialize(entry)),
                Digits((await account.ReadScoresAsync(Tournament.Classic, Ct))!),
                Digits((await account.ReadScoresAsync(Tournament.Signals, Ct))!),
            ]);
    }

    private static string Digits(ScorePanel panel) => string.Join(
        ' ',
        from name in panel.Names.OrderBy(name => name.Value)
        from round in Enumerable.Range(0, panel.Rounds.Count)
        from model in Enumerable.Range(0, panel.Models.Count)
        select panel[name, round, model].ToString("R", CultureInfo.InvariantCulture));
}

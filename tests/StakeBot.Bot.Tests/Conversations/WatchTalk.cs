using Microsoft.Extensions.DependencyInjection;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Funds;
using StakeBot.Bot.Ports;
using StakeBot.Core.Risk;
using StakeBot.Core.Tournaments;
using StakeBot.Testing;

namespace StakeBot.Bot.Tests.Conversations;

public sealed class WatchTalk : IDisposable
{
    private readonly FakePublicModels _others = new(
        Panel("KINGFISHER", Tournament.Classic, t => 0.012 + 0.018 * Math.Sin(1.1 * t + 2), "corr60"),
        Panel("SHEARWATER", Tournament.Classic, t => 0.010 + 0.010 * Math.Cos(0.3 * t), "corr60"),
        Panel("SHEARWATER", Tournament.Signals, t => 0.002 + 0.003 * Math.Cos(0.3 * t), "alpha"),
        Panel("DUNLIN", Tournament.Signals, t => t < 70 ? double.NaN : 0.002, "alpha"),
        Panel("GREBE", Tournament.Classic, t => 0.01 + 0.01 * Math.Cos(t), "corr20"),
        Panel("SHADE", Tournament.Classic, t => 0.010 + 0.020 * Math.Sin(0.7 * t), "corr60"));

    private readonly Household _house;

    public WatchTalk() => _house = new Household(services => services.AddSingleton<IPublicModels>(_others));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private ScriptedChat Chat => _house.Chat;

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task A_watched_model_is_a_candidate_that_holds_nothing_and_is_marked_everywhere()
    {
        await Chat.Says("/watch list").SeesKind(ReplyKind.Answer).Sees("No model of others is watched");
        await Chat.Says("/watch kingfisher").SeesKind(ReplyKind.Answer)
            .Sees("KINGFISHER is watched now: not yours, what if", "From 80 resolved rounds", " ± ", "in no stake, limit or proposal");

        await Chat.Says("/frontier data").Sees(
            "Efficient frontier of 7 models", "KINGFISHER (watched) ", "Without the watched models: least risk ", "What if: KINGFISHER is watched, not yours", "never in a proposal");
        Assert.Contains("KINGFISHER (watched) (%)", Chat.Last.Table!.Columns);
        Assert.Equal(0.0, Chat.Last.Table.Rows.First(row => row[0].Text == "You")[Chat.Last.Table.Columns.ToList().IndexOf("KINGFISHER (watched) (%)")].Value);

        await Chat.Says("/correlation").Sees("What if: KINGFISHER is watched");
        Assert.Contains("KINGFISHER (watched)", Chat.Last.Table!.Columns);
        await Chat.Says("/compare KESTREL KINGFISHER").Sees("KINGFISHER (watched) less KESTREL", "somebody else's");
        await Chat.Says("/backtest").Sees("What if: KINGFISHER is watched, not yours: every policy could have staked it");

        await Chat.Says("/watch list").Sees("One model of others is watched", "• KINGFISHER, Classic");
        await Chat.Says("/watch drop KINGFISHER").Sees("KINGFISHER is not watched any more");
        await Chat.Says("/frontier").Sees("Efficient frontier of 6 models").SeesNo("KINGFISHER");
    }

    [Fact]
    public async Task The_fund_itself_its_risk_and_its_proposals_know_nothing_of_watched_models()
    {
        await Chat.Says("/risk");
        string before = Chat.Text;
        await Chat.Says("/status");
        string status = Chat.Text;
        FundReader funds = _house.Services.GetRequiredService<FundReader>();
        Fund unwatched = await funds.ReadAsync(Ct);

        await Chat.Says("/watch KINGFISHER").Says("/watch SHEARWATER signals");

        await Chat.Says("/risk");
        Assert.Equal(before, Chat.Text);
        await Chat.Says("/status");
        Assert.Equal(status, Chat.Text);
        Fund own = await funds.ReadAsync(Ct);
        Assert.Equal(unwatched.History.Models, own.History.Models);
        Assert.Equal(unwatched.Moments!.Covariance, own.Moments!.Covariance);
        Fund with = await funds.ReadWithWatchedAsync(Ct);
        Assert.Equal(own.History.Models.Count + 2, with.History.Models.Count);
        Assert.Same(own, with.Own);
        Assert.Same(with, await funds.ReadWithWatchedAsync(Ct));
        Assert.DoesNotContain(with.Snapshot.Stakes, stake => with.IsWatched(stake.Model));
    }

    [Fact]
    public async Task The_list_outlives_the_process_and_its_changes_are_in_the_journal()
    {
        await Chat.Says("/watch KINGFISHER").Says("/watch SHEARWATER signals").Says("/watch drop KINGFISHER");

        using ServiceProvider again = BotUnderTest.With(
            Aviary.Account(), new FakeCharts(), Bot.Execution.ExecutionMode.DryRun,
            services => services.AddSingleton<Ports.Storage.IStakeStore>(_house.Store).AddSingleton<IPublicModels>(_others), Aviary.Rules);
        await new ScriptedChat(again, Ct).Says("/watch").Sees("One model of others is watched", "• SHEARWATER, Signals").SeesNo("KINGFISHER");

        Assert.Equal(
            ["model-watched", "model-watched", "model-unwatched"],
            (await _house.Store.ReadJournalAsync(1, 10, null, Ct)).Select(record => record.Entry.Event));
    }

    [Theory]
    [InlineData("/watch DODO", "I find no model DODO that is not yours.")]
    [InlineData("/watch KINGFISHER signals", "I find no model KINGFISHER in Signals")]
    [InlineData("/watch KESTREL", "KESTREL is yours and holds 8.00 NMR")]
    [InlineData("/watch WREN", "WREN is yours; it is in every figure already")]
    [InlineData("/watch drop KINGFISHER", "KINGFISHER is not watched.")]
    [InlineData("/watch drop", "Which model?")]
    public async Task What_cannot_be_watched_is_a_sentence(string line, string sentence)
    {
        await Chat.Says(line);

        Chat.SeesKind(ReplyKind.Refusal).Sees(sentence, "Nothing was changed.");
    }

    [Fact]
    public async Task A_name_in_two_tournaments_is_two_models()
    {
        await Chat.Says("/watch SHEARWATER classic").Says("/watch SHEARWATER signals").Sees("SHEARWATER is watched now");
        await Chat.Says("/watch SHEARWATER").SeesKind(ReplyKind.Refusal).Sees("watched already");

        await Chat.Says("/watch drop SHEARWATER").SeesKind(ReplyKind.Refusal).Sees("watched in Classic and Signals", "/watch drop SHEARWATER classic");
        await Chat.Says("/watch drop SHEARWATER signals").Says("/watch").Sees("• SHEARWATER, Classic").SeesNo("Signals");
    }

    [Fact]
    public async Task Who_says_too_little_or_cannot_be_priced_or_is_a_twin_is_told_at_once()
    {
        await Chat.Says("/watch DUNLIN").Sees("It says too little to be estimated along: 10 resolved rounds of 80");
        await Chat.Says("/watch SHADE").Sees("a twin of KESTREL", "stands for both");
        await Chat.Says("/watch GREBE").Sees("GREBE is watched and is not in this: ", "needs corr60, which these data do not have");

        await Chat.Says("/frontier").Sees("Efficient frontier of 6 models", "GREBE is watched and is not in this", "DUNLIN (watched) (10 resolved rounds");
    }

    [Fact]
    public async Task When_others_cannot_be_looked_up_the_own_answer_still_comes_and_says_so()
    {
        await Chat.Says("/watch KINGFISHER");
        _others.Fault = new NumeraiUnavailableException("Numerai did not answer.");
        _house.Services.GetRequiredService<FundReader>();
        ((FakeNumerai)_house.Services.GetRequiredService<INumerai>()).Version++;

        await Chat.Says("/frontier").SeesKind(ReplyKind.Answer).Sees("Efficient frontier of 6 models", "KINGFISHER is watched and is not in this: Numerai did not answer.");

        _others.Fault = null;
        await Chat.Says("/frontier").Sees("Efficient frontier of 7 models");
    }

    [Fact]
    public async Task An_unstaked_model_of_the_own_scores_that_is_watched_is_no_candidate_for_stakes_any_more()
    {
        FakePublicModels unlisted = new(Panel("WREN", Tournament.Classic, t => 0.004 + 0.010 * Math.Cos(0.4 * t + 1), "corr60"));
        using Household files = new(services => services.AddSingleton<IPublicModels>(unlisted));
        await files.Chat.Says("/watch WREN").SeesKind(ReplyKind.Answer);

        Fund own = await files.Services.GetRequiredService<FundReader>().ReadAsync(Ct);
        Assert.DoesNotContain(own.History.Models, model => model.Name == "WREN");
        Assert.DoesNotContain(own.Snapshot.Stakes, stake => stake.Model.Name == "WREN");
        await files.Chat.Says("/frontier").Sees("Efficient frontier of 6 models", "What if: WREN is watched");
    }

    [Fact]
    public async Task A_watched_model_is_paid_by_the_rule_of_the_own_ones_even_where_no_file_knows_it()
    {
        Fund own = await _house.Services.GetRequiredService<FundReader>().ReadAsync(Ct);
        WatchedReader reader = new(new PayoutHistory([]), new PricingChoice(null), _others);

        Fund with = await reader.AddAsync(own, [new WatchedModel("KINGFISHER", Tournament.Classic), new WatchedModel("SHEARWATER", Tournament.Signals)], Ct);

        Assert.Empty(with.WatchNotes);
        Assert.Equal(["KINGFISHER", "SHEARWATER"], with.Watched.Select(model => model.Name));
        Assert.Equal(own.Priced.Select(priced => priced.Rule), with.Priced.Select(priced => priced.Rule));
    }

    [Fact]
    public async Task Who_may_only_look_may_see_the_list_and_not_change_it()
    {
        await _house.LetIn("telegram", "7", "viewer", "Vera");

        await Chat.As("telegram", "7").Says("/watch").SeesKind(ReplyKind.Answer);
        await Chat.Says("/watch KINGFISHER").SeesKind(ReplyKind.Refusal).Sees("Nothing was changed.");
    }

    [Fact]
    public async Task Without_a_store_or_a_source_nothing_is_promised()
    {
        var chat = Talk.WithAviary();

        await chat.Says("/watch KINGFISHER").SeesKind(ReplyKind.Refusal).Sees("nothing to remember them in");
    }

    private static ScorePanel Panel(string name, Tournament tournament, Func<int, double> score, string of) => new(
        tournament,
        [.. Enumerable.Range(1, 80).Select(round => new RoundNumber(round))],
        [new Model(new ModelId($"{tournament}/{name}"), name, tournament)],
        [.. Enumerable.Repeat(true, 80)],
        new Dictionary<ScoreName, double[]> { [new ScoreName(of)] = [.. Enumerable.Range(0, 80).Select(score)] });
}

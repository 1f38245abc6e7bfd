using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using StakeBot.Bot.Ports;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Bot.Tests.Watching;

/// <summary>Numerai answers, and nothing new comes. Saturday 2026-11-21 is the day of round 1404.</summary>
public sealed class StaleDataTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 11, 21, 12, 30, 0, TimeSpan.Zero);

    private readonly Scoring _scoring = new();
    private readonly Watchtower _tower;

    public StaleDataTests() => _tower = new Watchtower(Start, services => services.AddSingleton<IScoringDays>(_scoring));

    private List<string> Stale => [.. _tower.Alerts.SelectMany(alert => alert.Split('\n')).Where(alert => alert.Contains("Numerai answers, but", StringComparison.Ordinal))];

    public void Dispose() => _tower.Dispose();

    [Theory]
    [InlineData("2026-11-24T12:05Z", "2026-11-25T23:50Z", false)]
    [InlineData("2026-11-24T12:05Z", "2026-11-26T00:10Z", true)]
    // Nothing opens on Sundays and Mondays.
    [InlineData("2026-11-21T12:05Z", "2026-11-23T20:00Z", false)]
    [InlineData("2026-11-21T12:05Z", "2026-11-24T23:50Z", false)]
    [InlineData("2026-11-21T12:05Z", "2026-11-25T00:10Z", true)]
    // A Saturday's round that opened late.
    [InlineData("2026-11-22T01:00Z", "2026-11-24T23:50Z", false)]
    public async Task A_round_that_should_have_opened_on_a_day_that_is_over_is_told(string opened, string now, bool isTold)
    {
        await LooksAsync(At(opened), At(now));

        Assert.Equal(isTold, Stale.Any(alert => alert.Contains("newest Classic round is still", StringComparison.Ordinal)));
        Assert.Equal(isTold ? 2 : 0, Stale.Count);
    }

    [Fact]
    public async Task It_is_over_when_the_next_round_opens()
    {
        await LooksAsync(At("2026-11-24T12:05Z"), At("2026-11-26T00:10Z"));
        await LooksAsync(At("2026-11-24T12:05Z"), At("2026-11-26T05:10Z"));
        Assert.Equal(2, Stale.Count);

        await LooksAsync(At("2026-11-26T12:05Z"), At("2026-11-26T12:30Z"));

        Assert.Equal(2, Stale.Count(alert => alert.Contains("No longer so", StringComparison.Ordinal)));
    }

    [Theory]
    // Tuesday's may come until Wednesday at six.
    [InlineData("2026-11-24", "2026-11-25T05:50Z", false)]
    [InlineData("2026-11-24", "2026-11-25T06:10Z", true)]
    [InlineData("2026-11-21", "2026-11-23T12:00Z", true)]
    [InlineData("2026-11-22", "2026-11-23T12:00Z", false)]
    [InlineData("2026-11-23", "2026-11-24T12:00Z", false)]
    public async Task Scores_that_did_not_come_on_their_day_are_told(string missing, string now, bool isTold)
    {
        _scoring.Missing.Add(DateOnly.Parse(missing, CultureInfo.InvariantCulture));

        await LooksAsync(At(now).AddHours(-1), At(now));

        Assert.Equal(isTold ? 2 : 0, Stale.Count);
        Assert.Equal(isTold, Stale.Any(alert => alert.Contains("no new Signals scores for", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task It_holds_over_the_weekend_and_is_over_when_they_come()
    {
        DateOnly saturday = new(2026, 11, 21);
        _scoring.Missing.Add(saturday);
        await LooksAsync(Start, At("2026-11-22T06:10Z"));
        await LooksAsync(Start, At("2026-11-23T05:00Z"));
        Assert.Equal(2, Stale.Count);

        _scoring.Missing.Remove(saturday);
        await LooksAsync(Start, At("2026-11-23T05:30Z"));

        Assert.Equal(4, Stale.Count);
    }

    [Fact]
    public async Task A_pipeline_that_does_not_answer_is_neither_raised_nor_cleared()
    {
        _scoring.Missing.Add(new DateOnly(2026, 11, 24));
        await LooksAsync(At("2026-11-25T05:00Z"), At("2026-11-25T06:10Z"));
        Assert.Equal(2, Stale.Count);

        _scoring.IsOut = true;
        await LooksAsync(At("2026-11-25T05:00Z"), At("2026-11-25T08:10Z"));

        Assert.Equal(2, Stale.Count);
        Assert.DoesNotContain(_tower.Alerts, alert => alert.Contains("could not be read", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_account_that_has_staked_nothing_yet_is_told_nothing()
    {
        _scoring.Missing.Add(new DateOnly(2026, 11, 24));
        _tower.Account.Snapshot = _tower.Account.Snapshot with { Tournaments = [.. _tower.Account.Snapshot.Tournaments.Select(t => t with { Stakes = [] })] };

        await LooksAsync(At("2026-11-20T12:00Z"), At("2026-11-25T06:10Z"));

        Assert.Empty(Stale);
    }

    [Fact]
    public async Task An_account_that_is_not_Numerai_s_stands_still_without_a_word()
    {
        using Watchtower paper = new(Start);
        paper.Account.Snapshot = Opened(paper.Account.Snapshot, Start.AddDays(-30)) with { TakenAt = Start };

        await paper.Passes(TimeSpan.FromHours(1));

        Assert.DoesNotContain(paper.Alerts, alert => alert.Contains("Numerai answers, but", StringComparison.Ordinal));
    }

    /// <summary>Lets the bot look at an account as Numerai tells it then.</summary>
    private async Task LooksAsync(DateTimeOffset opened, DateTimeOffset now)
    {
        _tower.Account.Snapshot = Opened(_tower.Account.Snapshot, opened) with { TakenAt = now };
        _tower.Account.Version++;
        if (now > _tower.Time.GetUtcNow())
            _tower.Time.SetUtcNow(now);
        await _tower.Passes(TimeSpan.FromMinutes(11));
    }

    private static StakeSnapshot Opened(StakeSnapshot snapshot, DateTimeOffset opened) => snapshot with
    {
        Tournaments = [.. snapshot.Tournaments.Select(t => t with { CurrentRound = t.CurrentRound with { Opens = opened, Closes = opened.AddHours(1) } })],
    };

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private sealed class Scoring : IScoringDays
    {
        public HashSet<DateOnly> Missing { get; } = [];

        public bool IsOut { get; set; }

        public Task<ScoringDay?> ReadAsync(Tournament tournament, DateOnly day, CancellationToken ct) => IsOut
            ? throw new NumeraiUnavailableException("Numerai did not answer.")
            : Task.FromResult<ScoringDay?>(new ScoringDay(
                day.DayOfWeek is not (DayOfWeek.Sunday or DayOfWeek.Monday), Missing.Contains(day) ? null : new DateTimeOffset(day, new TimeOnly(16, 0), TimeSpan.Zero)));
    }
}

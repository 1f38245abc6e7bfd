using System.Globalization;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Funds;
using StakeBot.Bot.Ports;
using StakeBot.Core.Money;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Bot.Watching.Alerts;

/// <summary>
/// Whether Numerai answers and yet nothing new comes: a round that should have opened, scores of a day on which they come. Asked only of Numerai itself:
/// a simulated account moves when it is told to, files never do.
/// </summary>
internal sealed class StaleData(INumerai numerai, IScoringDays? scoring = null)
{
    private const string RoundsPrefix = "stale-rounds:";
    private const string ScoresPrefix = "stale-scores:";

    // A day's scores may come after midnight.
    private static readonly TimeSpan Late = TimeSpan.FromHours(6);

    private readonly Dictionary<Tournament, (long Mark, DateTimeOffset Since)> _scores = [];

    /// <exception cref="NumeraiUnavailableException">The account cannot be read.</exception>
    public async Task<AlertReading> ReadAsync(Fund fund, CancellationToken ct)
    {
        List<AlertCondition> holding = [];
        HashSet<string> unknown = [];
        foreach (TournamentStakes staked in fund.Snapshot.Tournaments.Where(t => scoring is not null && t.Stakes.Any(stake => stake.Exposure > Nmr.Zero)))
        {
            DateTimeOffset now = fund.Snapshot.TakenAt;
            if (Rounds(staked, now) is { } late)
                holding.Add(late);
            try
            {
                if (await ScoresAsync(staked, now, ct) is { } missing)
                    holding.Add(missing);
            }
            catch (NumeraiUnavailableException)
            {
                unknown.Add($"{ScoresPrefix}{staked.Tournament}");
            }
        }
        return new AlertReading(holding, key => !unknown.Contains(key));
    }

    private static AlertCondition? Rounds(TournamentStakes staked, DateTimeOffset now)
    {
        Round newest = staked.CurrentRound;
        DateOnly next = RoundCalendar.OpenDate(RoundCalendar.NewestOn(DateOnly.FromDateTime(newest.Opens.UtcDateTime)) + 1);
        return now < Midnight(next.AddDays(1))
            ? null
            : new AlertCondition(
                $"{RoundsPrefix}{staked.Tournament}",
                $"Numerai answers, but the newest {staked.Tournament} round is still {newest.Number}, opened {ChatTime.Mark(newest.Opens)}: another one should have opened on {Day(next)}. What is told of stakes and risk may be that old.");
    }

    private async Task<AlertCondition?> ScoresAsync(TournamentStakes staked, DateTimeOffset now, CancellationToken ct)
    {
        // The newest day that is over and on which scores come: those on which rounds open.
        DateOnly day = RoundCalendar.OpenDate(RoundCalendar.NewestOn(DateOnly.FromDateTime((now - Late).UtcDateTime).AddDays(-1)));
        bool hasMoved = await MovedAsync(staked.Tournament, now, ct) >= Midnight(day);
        return !hasMoved && await scoring!.ReadAsync(staked.Tournament, day, ct) is { IsScoringDay: true, ScoredAt: null }
            ? new AlertCondition(
                $"{ScoresPrefix}{staked.Tournament}",
                $"Numerai answers, but told no new {staked.Tournament} scores for {Day(day)}, a day on which they come. What open rounds will pay or burn is reckoned from older ones.")
            : null;
    }

    // When the account's own scores were last seen to change: whatever the pipeline tells, then they came. At the start, long ago.
    private async Task<DateTimeOffset> MovedAsync(Tournament tournament, DateTimeOffset now, CancellationToken ct)
    {
        long mark = await numerai.ReadScoresAsync(tournament, ct) is { Rounds.Count: > 0 } panel ? panel.ScoredDays.Values.Sum() + ((long)panel.Rounds[^1].Value << 32) : 0;
        if (!_scores.TryGetValue(tournament, out (long Mark, DateTimeOffset Since) before))
            _scores[tournament] = before = (mark, DateTimeOffset.MinValue);
        else if (before.Mark != mark)
            _scores[tournament] = before = (mark, now);
        return before.Since;
    }

    private static DateTimeOffset Midnight(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);

    private static string Day(DateOnly day) => day.ToString("ddd d MMM", CultureInfo.InvariantCulture);
}

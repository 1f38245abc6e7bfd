using System.Globalization;
using GraphQL;
using StakeBot.Adapters.Paper.World;
using StakeBot.Core.Money;
using StakeBot.Core.Tournaments;
using StakeBot.NumeraiFake.Simulation;
using StakeBot.NumeraiFake.Wire;

namespace StakeBot.NumeraiFake.Answers;

/// <summary>What the interface tells of Atomic staking: Classic has it, Signals does not.</summary>
internal static class AtomicAnswers
{
    private static readonly TimeSpan ScoredAfter = TimeSpan.FromHours(16);

    public static Node? Config(Tournament tournament, bool paused) => tournament != Tournament.Classic ? null : new Node
    {
        ["address"] = "0x00000000000000000000000000000000000000c1",
        ["nmrAddress"] = "0x1776e1F26f98b1A5dF9cD347953a26dd3Cb46671",
        ["paused"] = paused,
    };

    public static Node? Round(FakeAccount account, Tournament tournament, string roundId)
    {
        if (tournament != Tournament.Classic || !int.TryParse(roundId, CultureInfo.InvariantCulture, out int number) || number > account.Books.Newest.Value + 1)
            return null;
        RoundNumber round = new(number);
        bool resolved = PaperCalendar.IsResolved(round, account.Books.Newest);
        return new Node
        {
            ["roundId"] = roundId,
            ["tournamentId"] = ((int)tournament).ToString(CultureInfo.InvariantCulture),
            ["state"] = account.Now < PaperCalendar.Closes(round) ? "Open" : "Closed",
            ["resolved"] = resolved,
            ["totalStaked"] = Encoded.Wei(account.World.ModelsOf(tournament).Select(scores => Figures.Of(account, scores, round).AtRisk).Total),
        };
    }

    public static Node Pipeline(FakeAccount account, IResolveFieldContext field)
    {
        DateTimeOffset day = DateTimeOffset.TryParse(
            field.GetArgument<string?>("date"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset asked) ? asked : new DateTimeOffset(account.Now.UtcDateTime.Date, TimeSpan.Zero);
        bool isScoringDay = day.DayOfWeek is not (DayOfWeek.Sunday or DayOfWeek.Monday);
        return new Node
        {
            ["isScoringDay"] = isScoringDay,
            ["scoredAt"] = isScoringDay && day + ScoredAfter <= account.Now ? Encoded.Time(day + ScoredAfter) : null,
            ["resolvedAt"] = null,
        };
    }
}

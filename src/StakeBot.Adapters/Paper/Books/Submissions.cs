using StakeBot.Adapters.Paper.World;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Paper.Books;

/// <summary>What missed submissions do to a stake.</summary>
internal static class Submissions
{
    // Four weeks: long enough to tell a habit from a mishap.
    private const int RoundsLookedAt = 20;

    /// <summary>How many of the newest rounds that it was due in a model has missed.</summary>
    public static int Missed(ModelScores scores, RoundNumber newest) =>
        Enumerable.Range(0, RoundsLookedAt).Count(back => scores.TakesPart(newest - back) && !scores.Submitted(newest - back));

    /// <summary>Whether a model has no submission in the round that opens, which leaves nothing of it at risk there; says so.</summary>
    public static bool IsMissing(ModelScores scores, RoundNumber opens, RoundEvents events)
    {
        if (scores.Submitted(opens))
            return false;
        if (scores.TakesPart(opens))
            events.Note($"{scores.Model.Name} missed its submission for round {opens}: nothing of it is at risk there.");
        return true;
    }
}

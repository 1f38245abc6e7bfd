using System.Globalization;
using StakeBot.Adapters.Numerai.Json;
using StakeBot.Bot.Ports;
using StakeBot.Core.Money;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Numerai.Reading;

/// <summary>Adds up claims, so that no NMR is counted twice and none is made up.</summary>
internal static class ClaimMapping
{
    /// <summary>A tournament's stakes with what waits to be claimed, and what is to be said of it.</summary>
    public static (TournamentStakes Stakes, IReadOnlyList<string> Notes) With(TournamentStakes stakes, ToldClaims? told)
    {
        if (stakes.Regime != StakingRegime.Atomic)
            return (stakes, []);
        if (told is null)
        {
            return (stakes,
            [
                $"{stakes.Tournament}: what is resolved and not claimed yet is not in these figures. Numerai:Stakers:{stakes.Tournament}, "
                + "the address of your strategy on numer.ai under V3 Stakes, lets me read it.",
            ]);
        }
        HashSet<(string Model, RoundNumber Round)> open = [.. stakes.Stakes.SelectMany(stake => stake.Positions.Select(position => (stake.Model.Id.Value, position.Round)))];
        List<(Nmr Amount, RoundNumber? Round)> counted = [];
        int twice = 0;
        int untold = 0;
        foreach (ClaimJson claim in told.Claims)
        {
            RoundNumber? round = RoundOf(stakes.Tournament, told.Staker, claim);
            if (claim.ApiModelId is { } model && round is { } at && open.Contains((model, at)))
                twice++;
            else if (claim.ClaimableAmountWei is not { } wei)
                untold++;
            else
                counted.Add((AmountOf(wei), round));
        }
        UnclaimedStakes unclaimed = new(told.Staker, counted.Select(claim => claim.Amount).Total, counted.Count, counted.Min(claim => claim.Round));
        return (stakes with { Unclaimed = unclaimed }, [.. Notes(stakes.Tournament, twice, untold)]);
    }

    private static IEnumerable<string> Notes(Tournament tournament, int twice, int untold)
    {
        if (twice > 0)
            yield return $"{tournament}: {twice} positions are resolved on the chain and still open in Numerai's rounds; they are counted as locked.";
        if (untold > 0)
            yield return $"{tournament}: of {untold} claims Numerai does not tell the amount; they are not in these figures.";
    }

    private static RoundNumber? RoundOf(Tournament tournament, string staker, ClaimJson claim)
    {
        bool isOther = (claim.Staker is { } of && !of.Equals(staker, StringComparison.OrdinalIgnoreCase))
            || (claim.TournamentId is { } at && at != ((int)tournament).ToString(CultureInfo.InvariantCulture));
        if (isOther)
            throw new NumeraiUnavailableException($"Numerai told a claim that was not asked for: it is not one of {tournament} at the address in Numerai:Stakers:{tournament}.");
        return int.TryParse(claim.RoundId, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? new RoundNumber(number) : null;
    }

    // Wei are whole and never below zero; nothing may be written "0E-18".
    private static Nmr AmountOf(string wei) =>
        Nmr.TryParse(wei, out Nmr amount) && amount >= Nmr.Zero && decimal.IsInteger(amount.Amount)
            ? Nmr.FromWei(new System.Numerics.BigInteger(amount.Amount))
            : throw new NumeraiUnavailableException("Numerai told a claim whose amount is not understood.");
}

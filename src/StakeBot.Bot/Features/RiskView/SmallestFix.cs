using StakeBot.Bot.Chat;
using StakeBot.Bot.Funds;
using StakeBot.Core.Money;
using StakeBot.Core.Risk;
using StakeBot.Core.Stakes;

namespace StakeBot.Bot.Features.RiskView;

/// <summary>The smallest change of stakes that keeps the two-percent rule, in the words of each regime. Said, not done.</summary>
internal static class SmallestFix
{
    public static IEnumerable<string> Lines(Fund fund, FundRisk risk)
    {
        ModelLimitCheck[] broken = [.. risk.Broken];
        if (broken.Length == 0)
            yield break;
        yield return "Smallest change that keeps the rule:";
        foreach (ModelLimitCheck check in broken)
        {
            Stake stake = fund.Snapshot.Stakes.First(s => s.Model.Id == check.Model.Id);
            yield return stake is Stake.Atomic atomic ? Atomic(atomic, check) : Legacy(check);
        }
    }

    private static string Atomic(Stake.Atomic stake, ModelLimitCheck check)
    {
        var perRound = new Nmr(decimal.Floor(check.Allowed.Amount / stake.OverlappingRounds * 100) / 100);
        string mode = stake.Setting.Mode == StakeMode.Compound ? ", and compound to fixed, because compound stakes again what settles" : "";
        return $"• {PlainText.Name(check.Model.Name)}: per-round stake {Figures.Amount(stake.Setting.PerRound)} to {Figures.Amount(perRound)} "
            + $"({Figures.Amount(check.Exposure)} to {Figures.Amount(perRound * stake.OverlappingRounds)} NMR at full run){mode}; whole after {stake.OverlappingRounds} rounds";
    }

    private static string Legacy(ModelLimitCheck check)
    {
        Nmr release = check.Exposure - check.Allowed;
        return $"• {PlainText.Name(check.Model.Name)}: release {Figures.Unit(release)} ({Figures.Amount(check.Exposure)} to {Figures.Amount(check.Allowed)}); "
            + "it may still burn until it arrives";
    }
}

using StakeBot.Core.Money;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Files;

/// <summary>Turns a line of a stakes file into a stake, under the regime of its tournament.</summary>
internal static class LineStakes
{
    private const int WeiDecimals = 18;

    public static Stake? Legacy(string path, StakeLine line, FileProblems problems)
    {
        if (line.PerRound is not null || line.Mode is not null || line.Automation is not null || line.OpenRounds is not null || line.BurnDebt is not null)
            return Refuse($"{path}, line {line.Line}: {line.Name} is staked in the Legacy regime, which has no per-round stake, mode, automation, open rounds or burn debt. Leave them empty, or write atomic into a column regime.", problems);
        if (line.PendingRelease > line.Stake)
            return Refuse($"{path}, line {line.Line}: {line.Name} releases more than its stake. The stake counts what waits for release too.", problems);
        return new Stake.Legacy(FileModel.Of(line.Tournament, line.Name))
        {
            Staked = line.Stake ?? Nmr.Zero,
            PendingRelease = line.PendingRelease ?? Nmr.Zero,
            ReleaseDue = line.ReleaseDue,
            PendingIncrease = line.PendingIncrease ?? Nmr.Zero,
            PayoutPending = line.PayoutPending ?? Nmr.Zero,
            MissedSubmissions = line.MissedSubmissions ?? 0,
        };
    }

    public static Stake? Atomic(string path, StakeLine line, int overlappingRounds, FileProblems problems)
    {
        if (line.PendingRelease is not null || line.ReleaseDue is not null || line.PendingIncrease is not null)
            return Refuse($"{path}, line {line.Line}: {line.Name} is staked in the Atomic regime, which has no pending release or increase. Leave them empty, or write legacy into a column regime.", problems);
        if (line.OpenRounds > overlappingRounds)
            return Refuse($"{path}, line {line.Line}: {line.Name} has positions in {line.OpenRounds} rounds, and at most {overlappingRounds} are open at one time.", problems);
        Nmr locked = line.Stake ?? (line.PerRound ?? Nmr.Zero) * (line.OpenRounds ?? overlappingRounds);
        int rounds = line.OpenRounds ?? (locked == Nmr.Zero ? 0 : overlappingRounds);
        if ((locked == Nmr.Zero) != (rounds == 0))
            return Refuse($"{path}, line {line.Line}: {line.Name} has {locked} in {rounds} rounds. NMR is in rounds only together with a number of rounds.", problems);
        StakeSetting setting = new(line.PerRound ?? PerRound(locked, overlappingRounds), line.Mode ?? StakeMode.Constant, line.Automation ?? true);
        return AtomicStake(FileModel.Of(line.Tournament, line.Name), setting, locked, rounds, overlappingRounds) with
        {
            BurnDebt = line.BurnDebt ?? Nmr.Zero,
            PayoutPending = line.PayoutPending ?? Nmr.Zero,
            MissedSubmissions = line.MissedSubmissions ?? 0,
        };
    }

    /// <summary>A stake of a round amount: an Atomic one has run for R rounds, so that S = amount / R.</summary>
    public static Stake Settled(Model model, Nmr amount, StakingRegime regime, int overlappingRounds)
    {
        if (regime is StakingRegime.Legacy)
            return new Stake.Legacy(model) { Staked = amount, PayoutPending = Nmr.Zero };
        StakeSetting setting = new(PerRound(amount, overlappingRounds), StakeMode.Constant, Automation: true);
        return AtomicStake(model, setting, amount, amount == Nmr.Zero ? 0 : overlappingRounds, overlappingRounds);
    }

    private static Stake.Atomic AtomicStake(Model model, StakeSetting setting, Nmr locked, int openRounds, int overlappingRounds) => new(model)
    {
        Setting = setting,
        InRounds = locked,
        OpenRounds = openRounds,
        OverlappingRounds = overlappingRounds,
        PayoutPending = Nmr.Zero,
    };

    /// <summary>Down to a wei, so that R rounds never need more than there is.</summary>
    private static Nmr PerRound(Nmr locked, int overlappingRounds) =>
        new(decimal.Round(locked.Amount / overlappingRounds, WeiDecimals, MidpointRounding.ToZero));

    private static Stake? Refuse(string sentence, FileProblems problems)
    {
        problems.Add(sentence);
        return null;
    }
}
